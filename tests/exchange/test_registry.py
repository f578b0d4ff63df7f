import pytest

from argmap.exchange import registry
from argmap.exchange.building import MapBuilder
from argmap.exchange.content import Content
from argmap.exchange.registry import Imported, exporters, importer, importers, read, write
from argmap.model.errors import RegistrationError, UnknownNameError, UnreadableError
from argmap.verdict.judgement import judge
from makers import a_claim, a_project


def test_a_format_registered_elsewhere_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    importers()
    monkeypatch.setattr(registry, "_IMPORTERS", dict(registry._IMPORTERS))

    @importer("shouting", "Shouting", (".loud",), lambda content: float(content.head.startswith("HEY")))
    def shouting(content: Content) -> Imported:
        new = MapBuilder()
        new.claim("1", content.text[4:])
        return new.build()

    assert read(b"HEY it burnt", "a.txt").project.claims["it-burnt"].text == "it burnt"


def test_two_formats_of_one_name_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    importers()
    monkeypatch.setattr(registry, "_IMPORTERS", dict(registry._IMPORTERS))
    with pytest.raises(RegistrationError, match="two import formats are called 'aif'"):
        importer("aif", "Another", (), lambda content: 0.0)(lambda content: MapBuilder().build())


def test_unknown_formats_are_named_with_the_nearest() -> None:
    with pytest.raises(UnknownNameError, match="did you mean 'argdown'"):
        read(b"x", "x", "argdwn")
    with pytest.raises(UnknownNameError, match="did you mean 'sadface'"):
        write(judge(a_project({"a": a_claim()})), "sadfac")


def test_a_file_beyond_all_bounds_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "LARGEST", 3)
    with pytest.raises(UnreadableError, match="larger than"):
        read(b"[a]: b", "a.argdown")


def test_every_format_has_a_title_and_suffixes_with_a_dot() -> None:
    assert all(
        each.title and each.name == name for name, each in [*importers().items(), *exporters().items()]
    )
    assert all(s.startswith(".") and s == s.lower() for each in importers().values() for s in each.suffixes)
    assert all(not each.suffix or each.suffix.startswith(".") for each in exporters().values())


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xfe\x00", b"{", b"<a", b"<a/>", b"[1, 2]", b'{"a": 1}', b"x: 1\n", b"a,b\n"]
)
def test_no_detection_fails_on_odd_bytes(content: bytes) -> None:
    for each in importers().values():
        assert 0 <= each.likely(Content(content, "a")) <= 1


def test_every_exporter_writes_a_small_map() -> None:
    judgement = judge(a_project({"a": a_claim(pro="b"), "b": a_claim()}))
    for name in exporters():
        assert all(isinstance(data, bytes) for data in write(judgement, name).files.values())
