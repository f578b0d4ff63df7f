"""A real server in a process of its own: from a save to a new page, and to a clean end."""

import http.client
import json
import signal
import socket
import sys
import time

import pytest
from real_server import served

from argmap.serve.running import address_of, listen


def get(port: int, path: str, **headers: str) -> tuple[int, dict[str, str], str]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("GET", path, headers=headers)
    answer = connection.getresponse()
    found = answer.status, dict(answer.getheaders()), answer.read().decode()
    connection.close()
    return found


def test_a_save_is_told_and_shown(town):
    with served(town) as (port, _):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        connection.request("GET", "/events")
        stream = connection.getresponse()
        assert stream.headers["Content-Type"].startswith("text/event-stream")

        def next_news() -> dict:
            while True:
                line = stream.readline().decode()
                assert line, "the server hung up"
                if line.startswith("data: "):
                    return json.loads(line[6:])

        news = next_news()
        while not news["checked"]:
            news = next_news()
        before = get(port, "/claims/miller-burnt-it.html")
        assert before[0] == 200
        file = town / "claims/mill.yaml"
        file.write_text(file.read_text("utf-8").replace("his own mill", "the tithe barn"), "utf-8")
        saved = news["number"]
        while news["number"] == saved:
            news = next_news()
        after = get(port, "/claims/miller-burnt-it.html")
        assert "the tithe barn" in after[2]
        assert after[1]["etag"] != before[1]["etag"]
        connection.close()


def test_other_names_and_methods_are_refused_by_the_real_server_too(town):
    with served(town, "--no-watch") as (port, _):
        assert get(port, "/", Host="evil.example")[0] == 421
        assert get(port, "/..%2f..%2fetc/passwd")[0] == 404
        with socket.create_connection(("127.0.0.1", port), timeout=30) as raw:
            raw.sendall(b"GET /../../etc/passwd HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
            assert raw.recv(100).startswith(b"HTTP/1.1 404")
        with socket.create_connection(("127.0.0.1", port), timeout=30) as raw:
            raw.sendall(b"nonsense\r\n\r\n")
            assert raw.recv(100).startswith(b"HTTP/1.1 400")
        assert get(port, "/")[0] == 200


@pytest.mark.skipif(sys.platform == "win32", reason="there is no Ctrl-C to send")
@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_at_once_and_cleanly_though_somebody_listens(town, sign):
    with served(town) as (port, process):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        connection.request("GET", "/events")
        connection.getresponse().readline()
        began = time.monotonic()
        process.send_signal(sign)
        _, err = process.communicate(timeout=30)
        assert time.monotonic() - began < 10
        assert err == ""
        if sign == signal.SIGINT:
            assert process.returncode == 0
        connection.close()


def test_a_port_in_use_is_one_message(command, town):
    taken = listen("127.0.0.1", 0)
    port = taken.getsockname()[1]
    printed = command("serve", town, "--port", port)
    taken.close()
    assert printed.code == 2
    assert printed.err == (
        f"argmap: port {port} of 127.0.0.1 is in use; --port names another, --port 0 takes a free one\n"
    )


def test_a_folder_without_a_project_is_one_message(command, tmp_path):
    printed = command("serve", tmp_path, "--port", "0")
    assert printed.code == 2
    assert printed.err.startswith("argmap: no argmap project in")


def test_an_address_of_no_machine_is_one_message(command, town):
    for host in ("203.0.113.7", "no.such.name.invalid", "x" * 300, "ü..x"):
        printed = command("serve", town, "--port", "0", "--host", host)
        assert printed.code == 2
        assert printed.err.count("\n") == 1


def test_an_editor_nobody_knows_is_one_message(command, town):
    printed = command("serve", town, "--port", "0", "--editor", "emax")
    assert printed.code == 2
    assert "no editor 'emax'" in printed.err


def test_addresses_are_told_as_a_browser_takes_them():
    assert address_of("localhost", 1) == "http://localhost:1/"
    assert address_of("::1", 1) == "http://[::1]:1/"
