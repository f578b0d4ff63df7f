"""The site of a project while it is written: pages made when they are asked for, anew after every save."""
