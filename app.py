"""The door: `python app.py` serves TalentFlow Interview; `flask --app app` runs its commands."""

from interview.factory import create_app

__all__ = ["create_app"]

if __name__ == "__main__":
    from interview import server

    server.serve()
