"""Settings: read, checked, frozen, and written down as an example."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, fields
from pathlib import Path

import pytest

from interview.core import config
from interview.core.config import BadSetting, Settings


def load(**environ: str) -> Settings:
    """Settings from this environment alone."""
    return config.load(environ, env_file=None)


class TestLoad:
    """Reading."""

    def test_defaults_need_nothing(self) -> None:
        assert load() == Settings()

    def test_empty_means_default(self) -> None:
        assert load(PORT="").port == 5000

    def test_the_environment_wins_over_the_file(self, tmp_path: Path) -> None:
        file = tmp_path / ".env"
        file.write_text("PORT=7000\nHOST=0.0.0.0\n")
        found = config.load({"PORT": "8000"}, env_file=file)

        assert (found.port, found.host) == (8000, "0.0.0.0")

    def test_given_values_win_over_everything(self) -> None:
        assert config.load({"PORT": "8000"}, env_file=None, port=9000).port == 9000

    def test_lists_networks_and_weights(self) -> None:
        origins = "https://a.example, https://b.example"
        found = load(CORS_ORIGINS=origins, TRUSTED_PROXIES="10.0.0.1/8", SCORE_WEIGHTS="a=2,b=1")

        assert found.cors_origins == ("https://a.example", "https://b.example")
        assert found.trusted_proxies == ("10.0.0.0/8",) and found.score_weights == (("a", 2.0), ("b", 1.0))

    def test_is_frozen(self) -> None:
        with pytest.raises(FrozenInstanceError):
            load().port = 1  # type: ignore[misc]

    @pytest.mark.parametrize(
        ("name", "value"),
        [
            ("PORT", "many"), ("PORT", "0"), ("PORT", "70000"), ("ENVIRONMENT", "staging"), ("FAIL_SCORE", "90"),
            ("PASS_SCORE", "101"), ("AI_ORDER", "oracle"), ("CORS_ORIGINS", "*"), ("TRUSTED_PROXIES", "everyone"),
            ("SECRET_KEY", "short"), ("SECRET_KEY", "your_jwt_secret"),
        ],
    )  # fmt: skip
    def test_a_bad_value_is_named(self, name: str, value: str) -> None:
        with pytest.raises(BadSetting, match=name):
            load(**{name: value})

    @pytest.mark.parametrize("url", ["http://u:hidden@mail.example", "smtp://", "smtp://u:hidden@x:port", "u:hidden@x"])
    def test_a_bad_mail_server_is_named_without_its_password(self, url: str) -> None:
        with pytest.raises(BadSetting, match="SMTP_URL") as failure:
            load(SMTP_URL=url)

        assert "hidden" not in str(failure.value)

    def test_production_refuses_a_placeholder(self) -> None:
        with pytest.raises(BadSetting, match="BOOTSTRAP_SECRET"):
            load(ENVIRONMENT="production", BOOTSTRAP_SECRET="changeme")


class TestDerived:
    """What follows from the settings."""

    def test_sqlite_lies_in_the_data_folder(self, tmp_path: Path) -> None:
        assert load(DATA_DIR=str(tmp_path)).database == f"sqlite:///{tmp_path}/talentflow.db"

    @pytest.mark.parametrize("scheme", ["postgresql", "postgres"])
    def test_postgresql_gets_its_driver(self, scheme: str) -> None:
        assert load(DATABASE_URL=f"{scheme}://me@here/db").database == "postgresql+psycopg://me@here/db"

    def test_the_site_s_address_has_no_slash_at_its_end(self) -> None:
        assert load(PUBLIC_URL="https://x.example/").site_url == "https://x.example"
        assert load(PORT="81").site_url == "http://localhost:81"


class TestExample:
    """`.env.example`."""

    def test_names_every_setting(self) -> None:
        written = config.example()

        assert [spec.name for spec in fields(Settings) if f"# {spec.name.upper()}=" not in written] == []

    def test_read_back_it_gives_the_defaults(self, tmp_path: Path) -> None:
        file = tmp_path / ".env"
        lines = (line.removeprefix("# ") for line in config.example().splitlines())
        file.write_text("\n".join(line for line in lines if line.partition("=")[0].isupper()))

        assert config.load({}, env_file=file) == Settings()
