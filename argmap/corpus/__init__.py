"""Many maps at once: the audit of a corpus on this machine's cores, or on Dask or Spark."""
