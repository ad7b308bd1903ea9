"""What is printed when the system is ready."""

from huskylens.embedded import address, banner

FOUND = banner.addresses(
    "http://192.168.1.20:8000", [("6e B", "/beamer/abc/"), ("5e A", "/beamer/def/")]
)


def test_the_banner_names_the_doors_of_students_teacher_and_each_beamer():
    text = banner.banner(FOUND, board="virtual", others_reach_it=True, colours=False)

    assert "http://192.168.1.20:8000/\n" in text
    assert "http://192.168.1.20:8000/admin/" in text
    assert "http://192.168.1.20:8000/beamer/abc/  (6e B)" in text
    assert "http://192.168.1.20:8000/beamer/def/  (5e A)" in text


def test_who_serves_this_machine_alone_is_told_how_to_serve_the_classroom():
    text = banner.banner(FOUND, board="virtual", others_reach_it=False, colours=False)

    assert "make run HOST=0.0.0.0" in text


def test_the_qr_code_fits_a_terminal_of_24_lines():
    lines = banner.qr_code("http://192.168.100.200:8000/", colours=False).splitlines()

    assert len(lines) <= 18
    assert {len(line) for line in lines} == {len(lines[0])}
    assert set("".join(lines)) <= set(" ▀▄█")


def test_the_qr_code_has_its_own_colours_on_a_terminal():
    for line in banner.qr_code("http://127.0.0.1:8000/", colours=True).splitlines():
        assert line.strip().startswith(banner.WHITE_ON_BLACK)
        assert line.endswith(banner.PLAIN)


def test_a_server_for_the_network_is_reached_by_the_machines_address(monkeypatch):
    monkeypatch.setattr(address, "network_addresses", lambda: ["10.1.2.3", "10.9.9.9"])

    assert banner.base_url("0.0.0.0", 8000) == "http://10.1.2.3:8000"


def test_without_a_network_the_machine_itself_is_named(monkeypatch):
    monkeypatch.setattr(address, "network_addresses", list)

    assert banner.base_url("0.0.0.0", 80) == "http://127.0.0.1"
