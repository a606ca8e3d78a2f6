// What a page of our own origin does: fetch with relative addresses, and nothing else.

const post = (path, body) =>
  fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body)
  }).then((answer) => answer.json());

async function startInterview(interviewToken) {
  const recordingConfig = { format: 'webm', quality: 'HD', audio: true, video: true };
  const told = await post('/api/interview/session/start', {
    interview_token: interviewToken,
    recording_config: recordingConfig
  });
  return told.session_id;
}

async function addQuestion(sessionId, questionText, questionType) {
  const question = { text: questionText, type: questionType, avatar: 'default', keywords: [], difficulty: 'medium' };
  const told = await post('/api/interview/question/add', { session_id: sessionId, question_data: question });
  return told.question_id;
}

async function addAnswer(sessionId, questionId, answerText, duration) {
  const given = { text: answerText, duration: duration, audio_quality: 'good', confidence: 0.8 };
  const told = await post('/api/interview/answer/add', {
    session_id: sessionId,
    question_id: questionId,
    answer_data: given
  });
  return told.answer_id;
}

async function endInterview(sessionId) {
  const told = await post('/api/interview/session/end', { session_id: sessionId });
  return told.success;
}
