"""`conduct.py LISTING TOKEN CANDIDATE_ID`: runs a listing of script functions as it stands and prints what they return.

Nothing is added to it: no address, no credential. Where the key comes from is the business of the netrc file.
"""

import json
import runpy
import sys
import time

PATIENCE_SECONDS = 90
listing, token, candidate_id = sys.argv[1:]
client = runpy.run_path(listing)

session_id = client["start_interview_session"](token)
question_id = client["add_question"](session_id, "What is a database index?", "technical")
answer_id = client["add_answer"](session_id, question_id, "It finds rows without reading the whole table.", 12)
success = client["end_interview_session"](session_id)

latest = time.monotonic() + PATIENCE_SECONDS
analysis = client["get_interview_analysis"](int(candidate_id))
while analysis["analysis_status"] not in {"completed", "failed"} and time.monotonic() < latest:
    time.sleep(0.2)
    analysis = client["get_interview_analysis"](int(candidate_id))
told = {"session_id": session_id, "question_id": question_id, "answer_id": answer_id, "success": success}
print(json.dumps(told | {"analysis": analysis}))
