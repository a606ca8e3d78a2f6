"""What a plain script does: bare requests against the default address, and no credential anywhere in it."""

import requests


def start_interview_session(interview_token):
    """Start the session of a token; returns the session's id."""
    config = {"format": "webm", "quality": "HD", "audio": True, "video": True}
    body = {"interview_token": interview_token, "recording_config": config}
    answer = requests.post("http://localhost:5000/api/interview/session/start", json=body)
    return answer.json()["session_id"]


def add_question(session_id, question_text, question_type="general"):
    """Store a question; returns its id."""
    question = {
        "text": question_text, "type": question_type, "avatar": "default", "keywords": [], "difficulty": "medium",
    }  # fmt: skip
    body = {"session_id": session_id, "question_data": question}
    answer = requests.post("http://localhost:5000/api/interview/question/add", json=body)
    return answer.json()["question_id"]


def add_answer(session_id, question_id, answer_text, duration=0):
    """Store an answer; returns its id."""
    given = {"text": answer_text, "duration": duration, "audio_quality": "good", "confidence": 0.8}
    body = {"session_id": session_id, "question_id": question_id, "answer_data": given}
    answer = requests.post("http://localhost:5000/api/interview/answer/add", json=body)
    return answer.json()["answer_id"]


def end_interview_session(session_id):
    """End the session; returns whether that worked."""
    answer = requests.post("http://localhost:5000/api/interview/session/end", json={"session_id": session_id})
    return answer.json()["success"]


def get_interview_analysis(candidate_id):
    """The analysis of a candidate."""
    answer = requests.get(f"http://localhost:5000/api/interview/analysis/{candidate_id}")
    return answer.json()["analysis"]
