/* Generated from /api/openapi.json by `make web-api`; do not edit. */

export interface paths {
    "/api/admin/candidates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List candidates with their profiles, newest first. */
        get: {
            parameters: {
                query?: {
                    archived?: "true" | "false" | "any";
                    cursor?: string | null;
                    experienceMax?: number | null;
                    experienceMin?: number | null;
                    limit?: number;
                    scoreMax?: number | null;
                    scoreMin?: number | null;
                    search?: string | null;
                    skill?: string[];
                    status?: "new" | "screening" | "interview" | "offer" | "hired" | "rejected" | "withdrawn" | null;
                    tag?: string | null;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CandidatePage"];
                    };
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Add a candidate with their profile, and invite them to an account of their own where that is wanted. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["CreateCandidate"];
                };
            };
            responses: {
                /** @description Successful response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CandidateDetail"];
                    };
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/candidates/{candidate_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show one candidate. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    candidate_id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CandidateDetail"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change what is given of a candidate; `If-Match` with the last answer's `ETag` keeps others' changes. */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    candidate_id: number;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["CandidateChange"];
                };
            };
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CandidateDetail"];
                    };
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/admin/candidates/{candidate_id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a candidate away from lists and the board. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    candidate_id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CandidateDetail"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/candidates/{candidate_id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List a candidate's way through the pipeline, newest first. */
        get: {
            parameters: {
                query?: {
                    cursor?: string | null;
                    limit?: number;
                };
                header?: never;
                path: {
                    candidate_id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StageHistory"];
                    };
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/candidates/{candidate_id}/invite": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Invite a candidate to an account of their own, again while they have not joined. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    candidate_id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CandidateDetail"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/candidates/{candidate_id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a candidate back from the archive. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    candidate_id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CandidateDetail"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/candidates/{candidate_id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show a candidate's resume with its text. */
        get: {
            parameters: {
                query?: {
                    version?: number | null;
                };
                header?: never;
                path: {
                    candidate_id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ResumeDetail"];
                    };
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Store a new version of a candidate's resume: PDF, DOCX or plain text, whatever its name says. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    candidate_id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/octet-stream": string;
                    "multipart/form-data": {
                        /** Format: binary */
                        file: string;
                    };
                };
            };
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ResumeDetail"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/candidates/{candidate_id}/resume/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Download a candidate's resume. */
        get: {
            parameters: {
                query?: {
                    version?: number | null;
                };
                header?: never;
                path: {
                    candidate_id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/candidates/{candidate_id}/resume/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the newest versions of a candidate's resume. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    candidate_id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ResumeVersions"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/candidates/{candidate_id}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Move a candidate in the pipeline, with the reason where there is one. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    candidate_id: number;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["ChangeStatus"];
                };
            };
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CandidateDetail"];
                    };
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/candidates/board": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show the pipeline: every status with a bounded count and its newest candidates. */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    search?: string | null;
                    skill?: string[];
                    tag?: string | null;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Board"];
                    };
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/candidates/export.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Hand out the candidates that pass the list's filters as CSV, safe to open in a spreadsheet. */
        get: {
            parameters: {
                query?: {
                    archived?: "true" | "false" | "any";
                    experienceMax?: number | null;
                    experienceMin?: number | null;
                    scoreMax?: number | null;
                    scoreMin?: number | null;
                    search?: string | null;
                    skill?: string[];
                    status?: "new" | "screening" | "interview" | "offer" | "hired" | "rejected" | "withdrawn" | null;
                    tag?: string | null;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A CSV file. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": unknown;
                    };
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/candidates/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Read candidates from a CSV file in the background; `dryRun` only tells what would be done. */
        post: {
            parameters: {
                query?: {
                    dryRun?: boolean;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/octet-stream": string;
                    "multipart/form-data": {
                        /** Format: binary */
                        file: string;
                    };
                };
            };
            responses: {
                /** @description Successful response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ImportDetail"];
                    };
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/candidates/import/{import_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show how far an import has come, and what it could not take. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    import_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ImportDetail"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/candidates/skills": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Suggest skills that the organisation uses, by how they begin. */
        get: {
            parameters: {
                query?: {
                    search?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LabelList"];
                    };
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/candidates/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Suggest tags that the organisation uses, by how they begin. */
        get: {
            parameters: {
                query?: {
                    search?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LabelList"];
                    };
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/interviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List interviews, newest first, or by their time where dates are asked for. */
        get: {
            parameters: {
                query?: {
                    candidateId?: ((number | null) | (string | null)) | null;
                    cursor?: string | null;
                    difficulty?: "easy" | "medium" | "hard" | "expert" | null;
                    endDate?: string | null;
                    interviewerId?: string | null;
                    isAiInterview?: boolean | null;
                    jobId?: string | null;
                    limit?: number;
                    mine?: boolean;
                    mode?: "video" | "audio" | "chat" | "in_person" | null;
                    search?: string | null;
                    startDate?: string | null;
                    status?: "scheduled" | "in_progress" | "completed" | "cancelled" | "no_show" | null;
                    tags?: string[];
                    type?: "technical" | "behavioral" | "hr" | "case_study" | "group" | "panel" | null;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InterviewPage"];
                    };
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Schedule an interview. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["CreateInterview"];
                };
            };
            responses: {
                /** @description Successful response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InterviewDetail"];
                    };
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/interviews/{interview_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show one interview with its plan. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    interview_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InterviewDetail"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change an interview, its panel or its plan; all of it while it is scheduled. */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    interview_id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["ChangeInterviewUpdate"];
                };
            };
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InterviewDetail"];
                    };
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/admin/interviews/{interview_id}/calendar.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Download an interview as an iCalendar file. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    interview_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description An iCalendar file. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/calendar": unknown;
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/interviews/{interview_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel an interview and take its tokens back. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    interview_id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["CancelInterview"];
                };
            };
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InterviewDetail"];
                    };
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/interviews/{interview_id}/consent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show what the candidate agreed to for this interview, and the notice in force. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    interview_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ConsentDetail"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Record the consent that the organisation holds evidence of. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    interview_id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["RecordConsent"];
                };
            };
            responses: {
                /** @description Successful response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/interviews/{interview_id}/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the newest invitations of an interview, without their tokens. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    interview_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InvitationList"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Make a new interview token, and send its link to the candidate where asked; it is told this once. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    interview_id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["CreateInvitation"];
                };
            };
            responses: {
                /** @description Successful response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NewInvitation"];
                    };
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/interviews/{interview_id}/invitations/{invitation_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take an interview token back, and with it whatever it opened. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    interview_id: string;
                    invitation_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InvitationDetail"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/interviews/{interview_id}/no-show": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that nobody came to an interview. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    interview_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InterviewDetail"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/interviews/{interview_id}/reschedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give an interview another time. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    interview_id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["RescheduleInterview"];
                };
            };
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InterviewDetail"];
                    };
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/lots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List lots, newest first, archived ones where they are asked for. */
        get: {
            parameters: {
                query?: {
                    cursor?: string | null;
                    limit?: number;
                    positionId?: string | null;
                    search?: string | null;
                    status?: "draft" | "open" | "closed" | "archived" | null;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LotPage"];
                    };
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Make a lot. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["CreateLot"];
                };
            };
            responses: {
                /** @description Successful response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LotDetail"];
                    };
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/lots/{lot_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show one lot with its criteria. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    lot_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LotDetail"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a lot; criteria and places stay once a draw is published. */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    lot_id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["ChangeLot"];
                };
            };
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LotDetail"];
                    };
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/admin/lots/{lot_id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Archive a lot; its members and its draw stay readable. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    lot_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LotDetail"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/lots/{lot_id}/candidates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List who is in a lot, newest first, and how they came in. */
        get: {
            parameters: {
                query?: {
                    cursor?: string | null;
                    limit?: number;
                };
                header?: never;
                path: {
                    lot_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MemberPage"];
                    };
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Add candidates by hand: all of them or, where one is unknown, none. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    lot_id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["AddCandidates"];
                };
            };
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MembersChanged"];
                    };
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/lots/{lot_id}/candidates/{candidate_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a candidate out of a lot. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    candidate_id: number;
                    lot_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/lots/{lot_id}/draw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Give the present draw's file, as everybody may have it. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    lot_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DrawFile"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Draw the published pool by its seed, once. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    lot_id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["Draw"];
                };
            };
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DrawSummary"];
                    };
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/lots/{lot_id}/draw/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give somebody's place back; the next on the waiting list takes it. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    lot_id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["Decline"];
                };
            };
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DrawSummary"];
                    };
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/lots/{lot_id}/draw/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List who is in the present draw's pool, with the secret by which each finds themselves. */
        get: {
            parameters: {
                query?: {
                    cursor?: string | null;
                    limit?: number;
                    place?: "pool" | "holding" | "waiting" | "declined" | null;
                };
                header?: never;
                path: {
                    lot_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EntryPage"];
                    };
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/lots/{lot_id}/draw/prepare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Publish what a draw will be made of, and freeze the lot. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    lot_id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["PrepareDraw"];
                };
            };
            responses: {
                /** @description Successful response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DrawSummary"];
                    };
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/lots/{lot_id}/draw/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Recompute the present draw, its candidates' pseudonyms included. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    lot_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DrawVerified"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/lots/{lot_id}/draw/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a published draw back while nobody can know its seed; it stays readable for good. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    lot_id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["WithdrawDraw"];
                };
            };
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DrawSummary"];
                    };
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/lots/{lot_id}/draws": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the draws of a lot, the newest first, withdrawn ones too. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    lot_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DrawList"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/lots/{lot_id}/matches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try criteria without keeping them: how many match, and who. */
        post: {
            parameters: {
                query?: {
                    cursor?: string | null;
                    limit?: number;
                };
                header?: never;
                path: {
                    lot_id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["FindMatches"];
                };
            };
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MatchPage"];
                    };
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/lots/{lot_id}/matches/{candidate_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show, criterion by criterion, why a candidate matches or does not. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    candidate_id: number;
                    lot_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MatchExplanation"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/lots/{lot_id}/select": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add everybody who matches, where the places reach for all of them. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    lot_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MembersChanged"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/positions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List positions, newest first. */
        get: {
            parameters: {
                query?: {
                    cursor?: string | null;
                    limit?: number;
                    search?: string | null;
                    status?: "open" | "closed" | null;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PositionPage"];
                    };
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Open a position. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["CreatePosition"];
                };
            };
            responses: {
                /** @description Successful response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PositionDetail"];
                    };
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/positions/{position_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show one position. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    position_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PositionDetail"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change what is said of a position. */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    position_id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["ChangePosition"];
                };
            };
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PositionDetail"];
                    };
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/admin/positions/{position_id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close a position; its lots and interviews stay. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    position_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PositionDetail"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/positions/{position_id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open a closed position again. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    position_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PositionDetail"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the organisation's keys, newest first, without their secrets. */
        get: {
            parameters: {
                query?: {
                    cursor?: string | null;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ApiKeyPage"];
                    };
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Make a key with chosen scopes; its secret is shown this once. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["CreateApiKey"];
                };
            };
            responses: {
                /** @description Successful response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NewApiKey"];
                    };
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/api-keys/{key_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show one key without its secret. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    key_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ApiKeyDetail"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Revoke a key for good; a second time changes nothing. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    key_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/invitations/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Join by an invitation's link with a password of one's own, once, and be logged in. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["AcceptInvitation"];
                };
            };
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LoggedIn"];
                    };
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/invitations/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Show whom an invitation's link is for, who invites, and to which organisation. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["LinkToken"];
                };
            };
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Invited"];
                    };
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Log in with email and password; a browser also gets the tokens as cookies. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["LogIn"];
                };
            };
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LoggedIn"];
                    };
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End this login, by its refresh token, access token or cookies; without any of them nothing happens. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["Refresh"];
                };
            };
            responses: {
                /** @description Successful response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/logout-everywhere": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End every login of the caller. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is calling, and what they may do. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Caller"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change the caller's own name or time zone. */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["UpdateMe"];
                };
            };
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["UserDetail"];
                    };
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/auth/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change the caller's password and end their other logins. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["ChangePassword"];
                };
            };
            responses: {
                /** @description Successful response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/password/forgot": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Have a link sent that sets a new password; the answer is the same whether or not somebody has this address. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["ForgotPassword"];
                };
            };
            responses: {
                /** @description Successful response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Asked"];
                    };
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/password/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set a new password by the link for a forgotten one, once, and end every login. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["ResetPassword"];
                };
            };
            responses: {
                /** @description Successful response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Trade the refresh token, from the body or the browser's cookie, for new tokens. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["Refresh"];
                };
            };
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LoggedIn"];
                    };
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/register-admin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Register the first admin and the organisation, or another organisation with the bootstrap secret. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["RegisterAdmin"];
                };
            };
            responses: {
                /** @description Successful response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LoggedIn"];
                    };
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the first admin is still missing, so that a page can lead there. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Setup"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/booking/book": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a free time; one that was taken meanwhile is answered with those that are free now. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["TakeSlot"];
                };
            };
            responses: {
                /** @description Successful response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Booked"];
                    };
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/booking/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Call off what is booked; another time can be booked as long as the link stands. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["CancelBooking"];
                };
            };
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Booked"];
                    };
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/booking/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Show what a link books and a week of free times. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["PreviewBooking"];
                };
            };
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BookingPreview"];
                    };
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/booking/reschedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Move what is booked to another free time. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["TakeSlot"];
                };
            };
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Booked"];
                    };
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar/availability": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List when all of the people named are free for this long. */
        get: {
            parameters: {
                query: {
                    bufferMinutes?: number;
                    durationMinutes?: number;
                    from: string | null;
                    interviewId?: string | null;
                    stepMinutes?: 5 | 10 | 15 | 20 | 30 | 60;
                    timezone?: string;
                    to: string | null;
                    userIds: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Availability"];
                    };
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar/booking-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List booking links, newest first, without their tokens. */
        get: {
            parameters: {
                query?: {
                    candidateId?: number | null;
                    cursor?: string | null;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BookingLinkPage"];
                    };
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Make a link by which a candidate books a time, and send it where asked; it is told this once. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["CreateBookingLink"];
                };
            };
            responses: {
                /** @description Successful response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NewBookingLink"];
                    };
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar/booking-links/{link_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show one booking link and what was booked by it. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    link_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BookingLinkDetail"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Take a booking link back; what was booked by it stays. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    link_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BookingLinkDetail"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar/busy-sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the calendars elsewhere that say when one is busy. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BusySourceList"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Follow a calendar elsewhere by its address; it is fetched at once, then every quarter of an hour. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["AddBusySource"];
                };
            };
            responses: {
                /** @description Successful response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BusySourceDetail"];
                    };
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar/busy-sources/{source_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Follow a calendar elsewhere no more and forget what it told. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    source_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar/busy-sources/{source_id}/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Have a calendar elsewhere fetched now. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    source_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BusySourceDetail"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show a stretch of the calendar: interviews, and when the people named are busy elsewhere. */
        get: {
            parameters: {
                query: {
                    from: string | null;
                    to: string | null;
                    userIds?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CalendarEvents"];
                    };
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar/feed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show whether one's calendar has a private address. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FeedDetail"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Make a private address of one's calendar, in place of the former one; it is told this once. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NewFeed"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Close the private address of one's calendar. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar/feeds/{token}.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a person's calendar by its private address: 30 days back, a year ahead. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    token: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description An iCalendar file. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/calendar": unknown;
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar/working-hours": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show one's own working hours. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WorkingHoursDetail"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** State one's own working hours and the days that differ. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["StateWorkingHours"];
                };
            };
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WorkingHoursDetail"];
                    };
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/candidates/interviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the caller's own interviews, newest first. */
        get: {
            parameters: {
                query?: {
                    cursor?: string | null;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OwnInterviewPage"];
                    };
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/candidates/interviews/{interview_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show one of the caller's own interviews. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    interview_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OwnInterview"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/candidates/interviews/{interview_id}/calendar.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Download one of the caller's own interviews as an iCalendar file. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    interview_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description An iCalendar file. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/calendar": unknown;
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/candidates/interviews/{interview_id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Call an own interview off before it begins. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    interview_id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["CancelInterview"];
                };
            };
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OwnInterview"];
                    };
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/candidates/interviews/{interview_id}/reschedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Move an own interview, as far as its rules allow. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    interview_id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["RescheduleOwn"];
                };
            };
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OwnInterview"];
                    };
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/candidates/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show the caller's own profile. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Me"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Replace what is given of the caller's own profile; `resume` is a resume's text. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["PutMe"];
                };
            };
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Me"];
                    };
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/candidates/me/draws": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the draws that the signed-in candidate was in, with what finds them in the public file. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OwnDraws"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/candidates/me/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show the caller's own resume with its text. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OwnResume"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Store a new version of the caller's own resume: PDF, DOCX or plain text, whatever its name says. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/octet-stream": string;
                    "multipart/form-data": {
                        /** Format: binary */
                        file: string;
                    };
                };
            };
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OwnResume"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/candidates/me/resume/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Download the caller's own resume. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/draws/{public_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Give a draw's file to anybody: pseudonyms, sources, seed and outcome, nothing about a person. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    public_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DrawFile"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/draws/{public_id}/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Recompute a draw for anybody. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    public_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DrawVerified"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/health/interviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Say which components work. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/interview/analysis/{candidate_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show the analysis of the candidate's newest session, partial results included. */
        get: {
            parameters: {
                query?: {
                    interview_id?: string | null;
                    session_id?: string | null;
                };
                header?: never;
                path: {
                    candidate_id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AnalysisAnswer"];
                    };
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/interview/analysis/{candidate_id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decide about a candidate, with the recommendation or against it. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    candidate_id: number;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["Decide"];
                };
            };
            responses: {
                /** @description Successful response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AnalysisAnswer"];
                    };
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/interview/analysis/{candidate_id}/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List every decision about a session, the newest first. */
        get: {
            parameters: {
                query?: {
                    cursor?: string | null;
                    interview_id?: string | null;
                    limit?: number;
                    session_id?: string | null;
                };
                header?: never;
                path: {
                    candidate_id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DecisionPage"];
                    };
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/interview/analysis/{candidate_id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Run an analysis again that failed or had to leave questions out; what was judged before stays. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    candidate_id: number;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["Retry"];
                };
            };
            responses: {
                /** @description Successful response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AnalysisAnswer"];
                    };
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/interview/answer/add": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Store an answer; sent again it is a new version. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["AddAnswer"];
                };
            };
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AnswerAdded"];
                    };
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/interview/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the notes of a session, those written last first. */
        get: {
            parameters: {
                query: {
                    cursor?: string | null;
                    limit?: number;
                    session_id: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NotePage"];
                    };
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Write a note at a moment of a session. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["WriteNote"];
                };
            };
            responses: {
                /** @description Successful response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NoteAnswer"];
                    };
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/interview/notes/{note_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete one's own note; it can be restored. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    note_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /** Change what one's own note says, or its moment. */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    note_id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["EditNote"];
                };
            };
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NoteAnswer"];
                    };
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/interview/notes/{note_id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring one's own deleted note back. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    note_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NoteAnswer"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/interview/question/add": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Store a question at the moment it is asked. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["AddQuestion"];
                };
            };
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["QuestionAdded"];
                    };
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/interview/recording/{candidate_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show the recording of the candidate's newest session, with the receipt of every byte. */
        get: {
            parameters: {
                query?: {
                    interview_id?: string | null;
                    session_id?: string | null;
                };
                header?: never;
                path: {
                    candidate_id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RecordingAnswer"];
                    };
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/interview/recording/{candidate_id}/mp4": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Have a track's recording written as MP4 in the background. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    candidate_id: number;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["ConvertRecording"];
                };
            };
            responses: {
                /** @description Successful response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RecordingAnswer"];
                    };
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/interview/recording/{candidate_id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Process a recording again whose processing failed. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    candidate_id: number;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["RetryProcessing"];
                };
            };
            responses: {
                /** @description Successful response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RecordingAnswer"];
                    };
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/interview/recording/{candidate_id}/waveform": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Have the outline of a track's sound drawn in the background, where finalising has not had it done. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    candidate_id: number;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["TraceSound"];
                };
            };
            responses: {
                /** @description Successful response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RecordingAnswer"];
                    };
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/interview/session/{session_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show a session with all its questions and answers. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    session_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SessionAnswer"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/interview/session/{session_id}/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin to upload one segment of a track (tus 1.0.0 creation) */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    session_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/interview/session/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a session and start its analysis; ending it again changes nothing. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["EndSession"];
                };
            };
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SessionEndedAnswer"];
                    };
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/interview/session/issue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Report a technical issue that the candidate's page met. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["ReportIssue"];
                };
            };
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["IssueReported"];
                    };
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/interview/session/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Show what a token leads to, without starting anything. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["PreviewSession"];
                };
            };
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SessionPreviewed"];
                    };
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/interview/session/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Start the interview of a token, or resume its open session. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["StartSession"];
                };
            };
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SessionStarted"];
                    };
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/interviews/{interview_id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End an interview with its feedback and score. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    interview_id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["CompleteInterview"];
                };
            };
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SessionDetail"];
                    };
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/interviews/{interview_id}/logs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what has happened to an interview, oldest first. */
        get: {
            parameters: {
                query?: {
                    cursor?: string | null;
                    limit?: number;
                };
                header?: never;
                path: {
                    interview_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LogPage"];
                    };
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/interviews/{interview_id}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mark an interview live; one that is stays as it is. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    interview_id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["StartInterview"];
                };
            };
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SessionDetail"];
                    };
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/interviews/conflicts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tell who is not free at a time, before anything is made or moved. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["FindConflicts"];
                };
            };
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ConflictsFound"];
                    };
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/interviews/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Search interviews, newest first, or by their time where dates are asked for. */
        get: {
            parameters: {
                query?: {
                    candidateId?: ((number | null) | (string | null)) | null;
                    cursor?: string | null;
                    difficulty?: "easy" | "medium" | "hard" | "expert" | null;
                    endDate?: string | null;
                    interviewerId?: string | null;
                    isAiInterview?: boolean | null;
                    jobId?: string | null;
                    limit?: number;
                    mine?: boolean;
                    mode?: "video" | "audio" | "chat" | "in_person" | null;
                    search?: string | null;
                    startDate?: string | null;
                    status?: "scheduled" | "in_progress" | "completed" | "cancelled" | "no_show" | null;
                    tags?: string[];
                    type?: "technical" | "behavioral" | "hr" | "case_study" | "group" | "panel" | null;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SessionPage"];
                    };
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Schedule an interview. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["CreateInterview"];
                };
            };
            responses: {
                /** @description Successful response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SessionDetail"];
                    };
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/interviews/sessions/{interview_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show one interview. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    interview_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SessionDetail"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change an interview; all of it while it is scheduled. */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    interview_id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["ChangeInterviewUpdate"];
                };
            };
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SessionDetail"];
                    };
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/interviews/sessions/{interview_id}/calendar.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Download an interview as an iCalendar file, in the management dialect. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    interview_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description An iCalendar file. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/calendar": unknown;
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/interviews/sessions/{interview_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel an interview and take its tokens back. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    interview_id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["CancelInterview"];
                };
            };
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SessionDetail"];
                    };
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/interviews/sessions/{interview_id}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End an interview and say how it went. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    interview_id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["CompleteInterview"];
                };
            };
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SessionDetail"];
                    };
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/interviews/sessions/{interview_id}/no-show": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that nobody came to an interview. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    interview_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SessionDetail"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/interviews/sessions/{interview_id}/reschedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give an interview another time. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    interview_id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["RescheduleInterview"];
                };
            };
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SessionDetail"];
                    };
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/interviews/sessions/{interview_id}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin an interview; one that has begun stays as it is. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    interview_id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["StartInterview"];
                };
            };
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SessionDetail"];
                    };
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/media/{object_id}/{filename}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Send a finished object, or the range of it that is asked for. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    filename: string;
                    object_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the organisation's messages, newest first. */
        get: {
            parameters: {
                query?: {
                    /** @description What it is about, such as `interview:<id>`. */
                    about?: string | null;
                    channel?: "email" | "sms" | null;
                    cursor?: string | null;
                    kind?: "account_invitation" | "booking_invitation" | "interview_cancelled" | "interview_changed" | "interview_invitation" | "interview_reminder" | "interview_rescheduled" | "panel_cancelled" | "panel_invitation" | "panel_reminder" | "panel_rescheduled" | "password_reset" | "test_message" | null;
                    limit?: number;
                    /** @description `user:<id>`, `candidate:<id>`, an e-mail address or a number. */
                    recipient?: string | null;
                    status?: "queued" | "sending" | "sent" | "failed" | "held" | "withdrawn" | "silenced" | "unconfirmed" | null;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MessagePage"];
                    };
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications/messages/{message_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show one message with what it says and what was tried. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    message_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MessageDetail"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications/messages/{message_id}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a message again that failed, was held, is unconfirmed or was sent already. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    message_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MessageDetail"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications/messages/{message_id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraw a message that was not sent yet. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    message_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MessageDetail"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications/messages/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send the caller a message that shows whether a channel works. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["TryChannel"];
                };
            };
            responses: {
                /** @description Successful response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MessageSummary"];
                    };
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications/preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show which channels the caller keeps quiet. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Preferences"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Set which channels the caller keeps quiet; security of their account is told all the same. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["Preferences"];
                };
            };
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Preferences"];
                    };
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications/queue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show how many messages wait, failed or are held, and which channels have credentials. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["QueueDetail"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List every kind of message and whose text is in force. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TemplateList"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications/templates/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show a kind's texts, the built-in ones, and the values that they may use. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    kind: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TemplateDetail"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Make this the organisation's own text; a mistake is told with its part and line. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    kind: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["TemplateTexts"];
                };
            };
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TemplateDetail"];
                    };
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /** Go back to the built-in text; a second time changes nothing. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    kind: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications/templates/{kind}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write a message with sample values or given ones, and send nothing. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    kind: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["PreviewTemplate"];
                };
            };
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Preview"];
                    };
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show the caller's organisation. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OrganisationDetail"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change the organisation's name or the time zone its people begin with. */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["UpdateOrganisation"];
                };
            };
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OrganisationDetail"];
                    };
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/problems/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Explain the code of a problem. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    code: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/uploads/{upload_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Do what X-HTTP-Method-Override names, for networks that let only GET and POST through. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    upload_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Throw an upload away. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    upload_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Tell which parts of tus 1.0.0 this server speaks. */
        options: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    upload_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Told in headers alone. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Tell how many bytes of an upload are safe. */
        head: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    upload_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Told in headers alone. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Add bytes at the upload's offset, or tell its length. */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    upload_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the organisation's people, newest first, of one role or by words of their names and addresses. */
        get: {
            parameters: {
                query?: {
                    cursor?: string | null;
                    limit?: number;
                    /** @description admin, recruiter, interviewer, candidate; also instructor and student, in any letter case. */
                    role?: string | null;
                    /** @description Beginnings of words of the name or the address; all of them have to fit. */
                    search?: string | null;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["UserPage"];
                    };
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Add a person to the organisation; without a password they are invited to choose one. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["CreateUser"];
                };
            };
            responses: {
                /** @description Successful response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NewUserDetail"];
                    };
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show one person. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    user_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["UserDetail"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a person's name or role. */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    user_id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["UpdateUser"];
                };
            };
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["UserDetail"];
                    };
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/users/{user_id}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Shut a person out at once. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    user_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["UserDetail"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{user_id}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a person log in again. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    user_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["UserDetail"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{user_id}/invite": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Invite a person again who has not joined yet; the link before this one stops working. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    user_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LinkDetail"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the organisation's webhooks, newest first, without their secrets. */
        get: {
            parameters: {
                query?: {
                    cursor?: string | null;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WebhookPage"];
                    };
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Subscribe an address to events; its secret is shown this once. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["CreateWebhook"];
                };
            };
            responses: {
                /** @description Successful response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WebhookWithSecret"];
                    };
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{webhook_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show one webhook without its secret. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    webhook_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WebhookDetail"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Delete a webhook and the record of its deliveries for good. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    webhook_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /** Change a webhook's address, events or description, or switch it on or off. */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    webhook_id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["UpdateWebhook"];
                };
            };
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WebhookDetail"];
                    };
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/webhooks/{webhook_id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what was and is sent to a webhook, newest first, in one state or in all. */
        get: {
            parameters: {
                query?: {
                    cursor?: string | null;
                    limit?: number;
                    state?: "pending" | "delivered" | "failed" | null;
                };
                header?: never;
                path: {
                    webhook_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DeliveryPage"];
                    };
                };
                /** @description The request is not valid; `errors` names the fields. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{webhook_id}/deliveries/{delivery_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show one delivery with what was sent and the beginning of the last answer. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    delivery_id: string;
                    webhook_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DeliveryDetail"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{webhook_id}/deliveries/{delivery_id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a delivery again, with the same id and the same body. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    delivery_id: string;
                    webhook_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DeliveryDetail"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{webhook_id}/rotate-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a webhook a new secret, shown this once; messages carry both signatures for a day. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    webhook_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WebhookWithSecret"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{webhook_id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a test to a webhook's address now, on or off, and show what it answers. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    webhook_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DeliveryDetail"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the events that can be subscribed to, each with an example of its payload. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EventCatalogue"];
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Say whether the service can work. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
                /** @description A problem (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AcceptInvitation: {
            /** @default null */
            name?: string | null;
            /** Format: password */
            password: string;
            token: string;
        };
        AddAnswer: {
            answer_data: components["schemas"]["AnswerData"];
            question_id: string;
            session_id: string;
        };
        AddBusySource: {
            /** @default  */
            label?: string;
            url: string;
        };
        AddCandidates: {
            candidateId?: number;
            candidateIds?: number[];
        };
        AddQuestion: {
            question_data: components["schemas"]["QuestionData"];
            session_id: string;
        };
        AnalysisAnswer: {
            analysis: components["schemas"]["AnalysisShown"];
            candidate_id: number;
            readonly message: string;
            /** @default true */
            success: unknown;
        };
        AnalysisShown: {
            analysis_status: string;
            communication_score: number | null;
            /** Format: date-time */
            completed_at: string | null;
            confidence: number | null;
            cultural_fit_score: number | null;
            decision: components["schemas"]["DecisionShown"] | null;
            effective: boolean;
            error: string | null;
            final_status: string | null;
            final_status_source: string | null;
            improvements: {
                [key: string]: unknown;
            }[];
            injection_suspected: boolean;
            judged_by: string[];
            overall_feedback: string | null;
            overall_score: number | null;
            problem_solving_score: number | null;
            progress: components["schemas"]["Progress"];
            question_analysis: {
                [key: string]: unknown;
            }[];
            reasons: {
                [key: string]: string;
            };
            session_id: string;
            strengths: {
                [key: string]: unknown;
            }[];
            technical_score: number | null;
        };
        AnswerAdded: {
            answer_id: string;
            readonly message: string;
            /** @default true */
            success: unknown;
            version: number;
        };
        AnswerData: {
            /** @default null */
            audio_quality?: string | null;
            /** @default null */
            confidence?: number | null;
            /** @default null */
            duration?: number | null;
            text: string;
        };
        AnswerShown: {
            answer_id: string;
            /** Format: date-time */
            answered_at: string | null;
            audio_quality: string | null;
            confidence: number | null;
            duration: number | null;
            question_id: string;
            text: string;
            version: number;
        };
        ApiKeyDetail: {
            /** Format: date-time */
            createdAt: string | null;
            createdBy: string;
            /** Format: date-time */
            expiresAt: string | null;
            id: string;
            /** Format: date-time */
            lastUsedAt: string | null;
            name: string;
            /** Format: date-time */
            revokedAt: string | null;
            scopes: string[];
        };
        ApiKeyPage: {
            items: components["schemas"]["ApiKeyDetail"][];
            nextCursor: string | null;
        };
        Asked: {
            message: string;
        };
        AttachmentDetail: {
            contentType: string;
            filename: string;
        };
        AttemptDetail: {
            /** Format: date-time */
            endedAt: string | null;
            /** Format: date-time */
            handedOverAt: string | null;
            /** Format: date-time */
            nextTryAt: string | null;
            number: number;
            outcome: string;
            reason: string | null;
            /** Format: date-time */
            startedAt: string | null;
            supplier: string;
        };
        Availability: {
            items: components["schemas"]["Slot"][];
        };
        Board: {
            columns: components["schemas"]["BoardColumn"][];
        };
        BoardColumn: {
            count: number;
            isCountCut: boolean;
            items: components["schemas"]["CandidateDetail"][];
            status: string;
        };
        Booked: {
            booked: components["schemas"]["BookedDetail"] | null;
        };
        BookedDetail: {
            calendar: string | null;
            changesLeft: number;
            /** Format: date-time */
            deadline: string | null;
            /** Format: date-time */
            endsAt: string | null;
            link: string | null;
            mayBeChanged: boolean;
            /** Format: date-time */
            startsAt: string | null;
            status: string;
            timezone: string;
        };
        BookingLinkDetail: {
            bufferMinutes: number;
            candidateId: number;
            candidateName: string;
            changesLeft: number;
            /** Format: date-time */
            createdAt: string | null;
            deadlineHours: number;
            durationMinutes: number;
            /** Format: date-time */
            expiresAt: string | null;
            /** Format: date */
            firstDay: string;
            id: string;
            interviewerIds: string[];
            interviewId: string | null;
            /** Format: date */
            lastDay: string;
            mode: string;
            noticeHours: number;
            position: string | null;
            /** Format: date-time */
            revokedAt: string | null;
            stepMinutes: number;
            timezone: string;
            title: string;
            type: string;
        };
        BookingLinkPage: {
            items: components["schemas"]["BookingLinkDetail"][];
            nextCursor: string | null;
        };
        BookingPreview: {
            booked: components["schemas"]["BookedDetail"] | null;
            candidateName: string;
            durationMinutes: number;
            /** Format: date-time */
            expiresAt: string | null;
            interviewers: string[];
            location: string | null;
            mode: string;
            organisationName: string;
            position: string | null;
            timezone: string;
            title: string;
            type: string;
            week: components["schemas"]["WeekDetail"];
        };
        BusySourceDetail: {
            busyCount: number;
            /** Format: date-time */
            createdAt: string | null;
            error: string | null;
            /** Format: date-time */
            fetchedAt: string | null;
            host: string;
            id: string;
            label: string;
            /** Format: date-time */
            triedAt: string | null;
        };
        BusySourceList: {
            items: components["schemas"]["BusySourceDetail"][];
            /** @default null */
            nextCursor: unknown;
        };
        BusyStretch: {
            /** Format: date-time */
            endsAt: string | null;
            /** Format: date-time */
            startsAt: string | null;
            userId: string;
        };
        CalendarEvent: {
            candidateId: number;
            candidateName: string;
            durationMinutes: number;
            /** Format: date-time */
            endsAt: string | null;
            id: string;
            mode: string;
            panel: components["schemas"]["Interviewer"][];
            /** Format: date-time */
            startsAt: string | null;
            status: string;
            timezone: string;
            title: string;
            type: string;
        };
        CalendarEvents: {
            busy: components["schemas"]["BusyStretch"][];
            isCut: boolean;
            items: components["schemas"]["CalendarEvent"][];
        };
        Caller: {
            id: string;
            kind: string;
            organisation: components["schemas"]["OrganisationDetail"];
            role: string | null;
            scopes: string[];
            user: components["schemas"]["UserDetail"] | null;
        };
        CancelBooking: {
            /** @default Called off by the candidate. */
            reason?: string;
            token: string;
        };
        CancelInterview: {
            reason: string;
        };
        CandidateChange: {
            /** Format: email */
            email?: string | null;
            experienceYears?: number | null;
            headline?: string | null;
            location?: string | null;
            name?: string;
            phone?: string | null;
            profile?: components["schemas"]["ProfileChange"];
            skills?: string[];
            source?: string | null;
            summary?: string | null;
            tags?: string[];
            timezone?: string | null;
        };
        CandidateDetail: {
            /** Format: date-time */
            archivedAt: string | null;
            /** Format: date-time */
            createdAt: string | null;
            email: string | null;
            hasAccount: boolean;
            id: number;
            interviewAiAnalysisStatus: string | null;
            interviewFinalStatus: string | null;
            interviewRecordingStatus: string | null;
            interviewSessionId: string | null;
            name: string;
            overallScore: number | null;
            profile: components["schemas"]["ProfileDetail"];
            status: string;
            /** Format: date-time */
            updatedAt: string | null;
            version: number;
        };
        CandidatePage: {
            items: components["schemas"]["CandidateDetail"][];
            nextCursor: string | null;
        };
        ChangeInterviewUpdate: {
            /** @default true */
            allowReschedule?: boolean;
            /** @default false */
            allowsRetake?: boolean;
            /** @default 0 */
            bufferMinutes?: number;
            /**
             * Format: date-time
             * @default null
             */
            closesAt?: string | null;
            /** @default null */
            codingExercise?: components["schemas"]["CodingExercise"] | null;
            cultureCriteria?: string[];
            /**
             * @default medium
             * @enum {string}
             */
            difficulty?: "easy" | "medium" | "hard" | "expert";
            /** @default 60 */
            durationMinutes?: number;
            feedback?: {
                [key: string]: string;
            } | string;
            force?: boolean;
            interviewerId?: string | null;
            interviewerIds?: string[];
            /** @default false */
            isAiInterview?: boolean;
            jobId?: string | null;
            /** @default en */
            language?: string;
            /** @default null */
            location?: string | null;
            /** @default null */
            meetingUrl?: string | null;
            /**
             * @default video
             * @enum {string}
             */
            mode?: "video" | "audio" | "chat" | "in_person";
            /** @default null */
            notes?: string | null;
            /**
             * Format: date-time
             * @default null
             */
            opensAt?: string | null;
            override?: boolean;
            panel?: components["schemas"]["PanelSeat"][];
            position?: string | null;
            /** @default 10 */
            preparationTime?: number;
            questions?: components["schemas"]["PlanQuestion"][];
            reason?: string;
            /** @default false */
            recordsScreen?: boolean;
            /** @default 24 */
            rescheduleDeadlineHours?: number;
            /** Format: date-time */
            scheduledAt?: string | null;
            score?: number | null;
            /** @default true */
            showsHints?: boolean;
            tags?: string[];
            timezone?: string;
            title?: string;
            /**
             * @default technical
             * @enum {string}
             */
            type?: "technical" | "behavioral" | "hr" | "case_study" | "group" | "panel";
        };
        ChangeLot: {
            criteria?: components["schemas"]["LotCriteria"];
            description?: string | null;
            name?: string;
            places?: number | null;
            positionId?: string | null;
            /** @enum {string} */
            status?: "draft" | "open" | "closed";
        };
        ChangePassword: {
            /** Format: password */
            currentPassword: string;
            /** Format: password */
            newPassword: string;
        };
        ChangePosition: {
            description?: string | null;
            location?: string | null;
            skills?: string[];
            title?: string;
        };
        ChangeStatus: {
            /** @default null */
            reason?: string | null;
            /** @enum {unknown} */
            status: "new" | "screening" | "interview" | "offer" | "hired" | "rejected" | "withdrawn";
        };
        ChannelDetail: {
            channel: string;
            hasCredentials: boolean;
            missingSettings: string[];
            supplier: string;
        };
        CheckDetail: {
            isRight: boolean;
            told: string;
            what: string;
        };
        CodingExercise: {
            /** @default  */
            description?: string;
            /** @default  */
            language?: string;
            /** @default  */
            starterCode?: string;
            title: string;
        };
        CompleteInterview: {
            /** @default null */
            feedback?: {
                [key: string]: string;
            } | string | null;
            /** @default null */
            notes?: string | null;
            /** @default null */
            score?: number | null;
        };
        ConflictDetail: {
            /** Format: date-time */
            endsAt: string | null;
            interviewId: string | null;
            name: string;
            person: string;
            /** Format: date-time */
            startsAt: string | null;
        };
        ConflictsFound: {
            conflicts: components["schemas"]["ConflictDetail"][];
            isFree: boolean;
        };
        ConsentDetail: {
            noticeText: string;
            noticeVersion: string;
            purposes: components["schemas"]["ConsentPurpose"][];
        };
        ConsentGiven: {
            notice_version: string;
            purposes: {
                [key: string]: boolean;
            };
        };
        ConsentPurpose: {
            isGranted: boolean | null;
            purpose: string;
            text: string;
        };
        ConvertRecording: {
            /** @default null */
            interview_id?: string | null;
            /** @default null */
            session_id?: string | null;
            /**
             * @default camera
             * @enum {string}
             */
            track?: "camera" | "screen" | "audio";
        };
        CreateApiKey: {
            /**
             * Format: date-time
             * @default null
             */
            expiresAt?: string | null;
            name: string;
            scopes: string[];
        };
        CreateBookingLink: {
            /** @default 0 */
            bufferMinutes?: number;
            candidateId: number;
            /** @default 24 */
            deadlineHours?: number;
            /** @default 60 */
            durationMinutes?: number;
            /**
             * Format: date-time
             * @default null
             */
            expiresAt?: string | null;
            /** Format: date */
            firstDay: string;
            interviewerIds: string[];
            /** Format: date */
            lastDay: string;
            /** @default null */
            location?: string | null;
            /** @default null */
            meetingUrl?: string | null;
            /**
             * @default video
             * @enum {string}
             */
            mode?: "video" | "audio" | "chat" | "in_person";
            /** @default 3 */
            mostChanges?: number;
            /** @default 24 */
            noticeHours?: number;
            /** @default null */
            position?: string | null;
            /** @default false */
            send?: boolean;
            /**
             * @default 30
             * @enum {integer}
             */
            stepMinutes?: 5 | 10 | 15 | 20 | 30 | 60;
            /** @default null */
            timezone?: string | null;
            title: string;
            /**
             * @default technical
             * @enum {string}
             */
            type?: "technical" | "behavioral" | "hr" | "case_study" | "group" | "panel";
        };
        CreateCandidate: {
            /**
             * Format: email
             * @default null
             */
            email?: string | null;
            experienceYears?: number | null;
            headline?: string | null;
            /** @default false */
            inviteToPortal?: boolean;
            location?: string | null;
            name: string;
            phone?: string | null;
            profile?: components["schemas"]["ProfileChange"];
            skills?: string[];
            source?: string | null;
            /**
             * @default new
             * @enum {unknown}
             */
            status?: "new" | "screening" | "interview" | "offer" | "hired" | "rejected" | "withdrawn";
            summary?: string | null;
            tags?: string[];
            timezone?: string | null;
        };
        CreateInterview: {
            /** @default true */
            allowReschedule?: boolean;
            /** @default false */
            allowsRetake?: boolean;
            /** @default 0 */
            bufferMinutes?: number;
            candidateId: number | string;
            /**
             * Format: date-time
             * @default null
             */
            closesAt?: string | null;
            /** @default null */
            codingExercise?: components["schemas"]["CodingExercise"] | null;
            cultureCriteria?: string[];
            /**
             * @default medium
             * @enum {string}
             */
            difficulty?: "easy" | "medium" | "hard" | "expert";
            /** @default 60 */
            durationMinutes?: number;
            /** @default false */
            force?: boolean;
            interviewerId?: string | null;
            interviewerIds?: string[];
            /** @default false */
            isAiInterview?: boolean;
            jobId?: string | null;
            /** @default en */
            language?: string;
            /** @default null */
            location?: string | null;
            /** @default null */
            meetingUrl?: string | null;
            /**
             * @default video
             * @enum {string}
             */
            mode?: "video" | "audio" | "chat" | "in_person";
            /** @default null */
            notes?: string | null;
            /**
             * Format: date-time
             * @default null
             */
            opensAt?: string | null;
            panel?: components["schemas"]["PanelSeat"][];
            position?: string | null;
            /** @default 10 */
            preparationTime?: number;
            questions?: components["schemas"]["PlanQuestion"][];
            /** @default false */
            recordsScreen?: boolean;
            /** @default 24 */
            rescheduleDeadlineHours?: number;
            /**
             * Format: date-time
             * @default null
             */
            scheduledAt?: string | null;
            /** @default true */
            showsHints?: boolean;
            tags?: string[];
            timezone?: string;
            title?: string;
            /**
             * @default technical
             * @enum {string}
             */
            type?: "technical" | "behavioral" | "hr" | "case_study" | "group" | "panel";
        };
        CreateInvitation: {
            /**
             * Format: date-time
             * @default null
             */
            expiresAt?: string | null;
            /** @default false */
            send?: boolean;
        };
        CreateLot: {
            criteria?: components["schemas"]["LotCriteria"];
            /** @default null */
            description?: string | null;
            name: string;
            /** @default null */
            places?: number | null;
            /** @default null */
            positionId?: string | null;
            /**
             * @default open
             * @enum {string}
             */
            status?: "draft" | "open" | "closed";
        };
        CreatePosition: {
            /** @default null */
            description?: string | null;
            /** @default null */
            location?: string | null;
            skills?: string[];
            title: string;
        };
        CreateUser: {
            /** Format: email */
            email: string;
            name: string;
            /**
             * Format: password
             * @default null
             */
            password?: string | null;
            /**
             * @description admin, recruiter, interviewer, candidate; also instructor and student, in any letter case.
             * @example interviewer
             */
            role: string;
        };
        CreateWebhook: {
            /** @default  */
            description?: string;
            events: ("candidate.created" | "candidate.updated" | "candidate.status_changed" | "candidate.archived" | "lot.drawn" | "interview.scheduled" | "interview.changed" | "interview.rescheduled" | "interview.started" | "interview.completed" | "interview.cancelled" | "interview.no_show" | "session.started" | "session.ended" | "recording.ready" | "analysis.completed" | "analysis.failed" | "decision.made")[];
            /** @default true */
            isActive?: boolean;
            /** Format: uri */
            url: string;
        };
        CriterionAnswer: {
            criterion: string;
            isMet: boolean | null;
            wanted: unknown;
        };
        DayDifference: {
            /** Format: date */
            day: string;
            stretches?: components["schemas"]["Stretch"][];
        };
        Decide: {
            /** @enum {string} */
            final_status: "passed" | "needs_review" | "failed";
            /** @default null */
            interview_id?: string | null;
            reason: string;
            /** @default null */
            session_id?: string | null;
        };
        DecisionPage: {
            items: components["schemas"]["DecisionShown"][];
            readonly message: string;
            next_cursor: string | null;
            /** @default true */
            success: unknown;
        };
        DecisionShown: {
            ai_status: string | null;
            /** Format: date-time */
            at: string | null;
            decided_by: string;
            decided_by_name: string;
            final_status: string;
            reason: string;
        };
        Decline: {
            candidateId: number;
            /** @default null */
            reason?: string | null;
        };
        DeliveryDetail: {
            attempts: number;
            /** Format: date-time */
            createdAt: string | null;
            /** Format: date-time */
            deliveredAt: string | null;
            /** @description The webhook-id of every try. */
            eventId: string;
            id: string;
            /** @description At most 2048 bytes of it. */
            lastAnswer: string | null;
            lastError: string | null;
            lastMilliseconds: number | null;
            lastStatus: number | null;
            /** Format: date-time */
            lastTriedAt: string | null;
            /** Format: date-time */
            nextTryAt: string | null;
            readonly payload: Record<string, never>;
            /** @enum {string} */
            state: "pending" | "delivered" | "failed";
            /** @enum {string} */
            type: "candidate.created" | "candidate.updated" | "candidate.status_changed" | "candidate.archived" | "lot.drawn" | "interview.scheduled" | "interview.changed" | "interview.rescheduled" | "interview.started" | "interview.completed" | "interview.cancelled" | "interview.no_show" | "session.started" | "session.ended" | "recording.ready" | "analysis.completed" | "analysis.failed" | "decision.made" | "webhook.test";
        };
        DeliveryPage: {
            items: components["schemas"]["DeliverySummary"][];
            nextCursor: string | null;
        };
        DeliverySummary: {
            attempts: number;
            /** Format: date-time */
            createdAt: string | null;
            /** Format: date-time */
            deliveredAt: string | null;
            /** @description The webhook-id of every try. */
            eventId: string;
            id: string;
            lastError: string | null;
            lastMilliseconds: number | null;
            lastStatus: number | null;
            /** Format: date-time */
            lastTriedAt: string | null;
            /** Format: date-time */
            nextTryAt: string | null;
            /** @enum {string} */
            state: "pending" | "delivered" | "failed";
            /** @enum {string} */
            type: "candidate.created" | "candidate.updated" | "candidate.status_changed" | "candidate.archived" | "lot.drawn" | "interview.scheduled" | "interview.changed" | "interview.rescheduled" | "interview.started" | "interview.completed" | "interview.cancelled" | "interview.no_show" | "session.started" | "session.ended" | "recording.ready" | "analysis.completed" | "analysis.failed" | "decision.made" | "webhook.test";
        };
        Draw: {
            seed?: string[];
        };
        DrawFile: {
            changes: {
                [key: string]: unknown;
            }[];
            drawnAt: string | null;
            holding: number[];
            keyString: string | null;
            order: number[];
            published: {
                [key: string]: unknown;
            };
            publishedSha256: string;
            seed: string[] | null;
            status: string;
            withdrawnAt: string | null;
            withdrawnReason: string | null;
        };
        DrawList: {
            items: components["schemas"]["DrawSummary"][];
            /** @default null */
            nextCursor: unknown;
        };
        DrawSummary: {
            attempt: number;
            documentSha256: string;
            /** Format: date-time */
            drawnAt: string | null;
            keyString: string | null;
            places: number;
            poolSize: number;
            /** Format: date-time */
            preparedAt: string | null;
            publicId: string;
            seed: string[] | null;
            /** Format: date-time */
            seedAt: string | null;
            sources: components["schemas"]["PublishedSource"][];
            status: string;
            /** Format: date-time */
            withdrawnAt: string | null;
            withdrawnReason: string | null;
        };
        DrawVerified: {
            checks: components["schemas"]["CheckDetail"][];
            isRight: boolean;
            steps: components["schemas"]["StepDetail"][];
        };
        EditNote: {
            at_seconds?: number;
            text?: string;
        };
        EndSession: {
            session_id: string;
        };
        EntryDetail: {
            candidateId: number | null;
            candidateName: string | null;
            number: number;
            place: string;
            rank: number | null;
            secret: string | null;
        };
        EntryPage: {
            items: components["schemas"]["EntryDetail"][];
            nextCursor: string | null;
        };
        EventCatalogue: {
            items: components["schemas"]["EventDetail"][];
        };
        EventDetail: {
            about: string;
            example: {
                [key: string]: unknown;
            };
            type: string;
        };
        FeedDetail: {
            /** Format: date-time */
            createdAt: string | null;
            isOn: boolean;
        };
        FindConflicts: {
            /** @default 0 */
            bufferMinutes?: number;
            /** @default null */
            candidateId?: number | string | null;
            /** @default 60 */
            durationMinutes?: number;
            interviewerId?: string | null;
            interviewerIds?: string[];
            /** @default null */
            interviewId?: string | null;
            panel?: components["schemas"]["PanelSeat"][];
            /** Format: date-time */
            scheduledAt: string | null;
        };
        FindMatches: {
            /** @default null */
            criteria?: components["schemas"]["LotCriteria"] | null;
        };
        ForgotPassword: {
            /** Format: email */
            email: string;
        };
        ImportDetail: {
            created: number;
            /** Format: date-time */
            createdAt: string | null;
            doneRows: number;
            /** Format: date-time */
            endedAt: string | null;
            errors: components["schemas"]["RowProblem"][];
            id: string;
            ignoredColumns: string[];
            isDryRun: boolean;
            problem: string | null;
            refused: number;
            status: string;
            totalRows: number | null;
            unchanged: number;
            updated: number;
        };
        InterviewDetail: {
            allowReschedule: boolean;
            allowsRetake: boolean;
            /** Format: date-time */
            assessedAt: string | null;
            assessmentVisible: boolean;
            bufferMinutes: number;
            cancelledReason: string | null;
            candidateId: number;
            candidateName: string;
            canReschedule: boolean;
            /** Format: date-time */
            closesAt: string | null;
            codingExercise: components["schemas"]["CodingExercise"] | null;
            /** Format: date-time */
            createdAt: string | null;
            cultureCriteria: string[];
            difficulty: string;
            durationMinutes: number;
            /** Format: date-time */
            endedAt: string | null;
            /** Format: date-time */
            endsAt: string | null;
            feedback: {
                [key: string]: string;
            } | null;
            id: string;
            isAiInterview: boolean;
            jobId: string | null;
            language: string;
            location: string | null;
            meetingUrl: string | null;
            mode: string;
            notes: string | null;
            /** Format: date-time */
            opensAt: string | null;
            panel: components["schemas"]["PanelPerson"][];
            position: string | null;
            preparationTime: number;
            questions: components["schemas"]["PlannedQuestionDetail"][];
            recordsScreen: boolean;
            rescheduleCount: number;
            rescheduleDeadlineHours: number;
            /** Format: date-time */
            scheduledAt: string | null;
            score: number | null;
            sequence: number;
            showsHints: boolean;
            /** Format: date-time */
            startedAt: string | null;
            status: string;
            tags: string[];
            timezone: string;
            title: string;
            type: string;
        };
        Interviewer: {
            readonly name: string;
            userId: string;
        };
        InterviewPage: {
            items: components["schemas"]["InterviewSummary"][];
            nextCursor: string | null;
        };
        InterviewShown: {
            allows_retake: boolean;
            /** Format: date-time */
            closes_at: string | null;
            duration_minutes: number;
            language: string;
            /** Format: date-time */
            opens_at: string | null;
            organisation: string;
            position: string | null;
            question_count: number;
            records_screen: boolean;
            /** Format: date-time */
            scheduled_at: string | null;
            shows_hints: boolean;
            status: string;
            timezone: string;
            title: string;
        };
        InterviewSummary: {
            candidateId: number;
            candidateName: string;
            /** Format: date-time */
            createdAt: string | null;
            difficulty: string;
            durationMinutes: number;
            /** Format: date-time */
            endedAt: string | null;
            /** Format: date-time */
            endsAt: string | null;
            id: string;
            isAiInterview: boolean;
            jobId: string | null;
            mode: string;
            panel: components["schemas"]["PanelPerson"][];
            position: string | null;
            /** Format: date-time */
            scheduledAt: string | null;
            /** Format: date-time */
            startedAt: string | null;
            status: string;
            tags: string[];
            timezone: string;
            title: string;
            type: string;
        };
        InvitationDetail: {
            /** Format: date-time */
            createdAt: string | null;
            /** Format: date-time */
            expiresAt: string | null;
            id: string;
            /** Format: date-time */
            revokedAt: string | null;
        };
        InvitationList: {
            items: components["schemas"]["InvitationDetail"][];
            /** @default null */
            nextCursor: unknown;
        };
        Invited: {
            email: string;
            /** Format: date-time */
            expiresAt: string | null;
            invitedBy: string | null;
            name: string;
            organisationName: string;
            role: string;
        };
        IssueReported: {
            readonly message: string;
            /** @default true */
            success: unknown;
        };
        LabelList: {
            items: string[];
        };
        LinkDetail: {
            /** Format: date-time */
            expiresAt: string | null;
            link: string;
        };
        LinkToken: {
            token: string;
        };
        LoggedIn: {
            accessToken: string;
            /** @description Seconds the access token lives. */
            expiresIn: number;
            refreshToken: string;
            token: string;
            /** @default Bearer */
            tokenType: unknown;
            user: components["schemas"]["UserDetail"];
        };
        LogIn: {
            email: string;
            /** Format: password */
            password: string;
        };
        LogLine: {
            actor: string;
            /** Format: date-time */
            at: string | null;
            details: {
                [key: string]: unknown;
            };
            event: string;
            id: number;
            sessionId: string | null;
        };
        LogPage: {
            items: components["schemas"]["LogLine"][];
            nextCursor: string | null;
        };
        LotCriteria: {
            /** @default false */
            excludesOtherLots?: boolean;
            /** @default null */
            experienceYears?: components["schemas"]["NumberRange"] | null;
            /** @default null */
            location?: string | null;
            /** @default null */
            scores?: components["schemas"]["ScoreRanges"] | null;
            skillsAll?: string[];
            skillsAny?: string[];
            statuses?: ("new" | "screening" | "interview" | "offer" | "hired" | "rejected" | "withdrawn")[];
            tags?: string[];
        };
        LotDetail: {
            /** Format: date-time */
            archivedAt: string | null;
            /** Format: date-time */
            createdAt: string | null;
            criteria: components["schemas"]["LotCriteria"];
            description: string | null;
            drawStatus: string | null;
            id: string;
            memberCount: number;
            name: string;
            places: number | null;
            placesLeft: number | null;
            positionId: string | null;
            positionTitle: string | null;
            status: string;
            /** Format: date-time */
            updatedAt: string | null;
        };
        LotPage: {
            items: components["schemas"]["LotSummary"][];
            nextCursor: string | null;
        };
        LotSummary: {
            /** Format: date-time */
            archivedAt: string | null;
            /** Format: date-time */
            createdAt: string | null;
            description: string | null;
            drawStatus: string | null;
            id: string;
            memberCount: number;
            name: string;
            places: number | null;
            placesLeft: number | null;
            positionId: string | null;
            positionTitle: string | null;
            status: string;
            /** Format: date-time */
            updatedAt: string | null;
        };
        MatchDetail: {
            candidateId: number;
            candidateName: string;
            experienceYears: number | null;
            location: string | null;
            status: string;
        };
        MatchExplanation: {
            candidateId: number;
            criteria: components["schemas"]["CriterionAnswer"][];
            matches: boolean;
        };
        MatchPage: {
            count: number;
            isCountBounded: boolean;
            items: components["schemas"]["MatchDetail"][];
            nextCursor: string | null;
        };
        Me: {
            /** Format: date-time */
            createdAt: string | null;
            email: string | null;
            id: number;
            name: string;
            organisationName: string;
            profile: components["schemas"]["OwnProfileDetail"];
            /** Format: date-time */
            updatedAt: string | null;
        };
        MemberDetail: {
            /** Format: date-time */
            addedAt: string | null;
            candidateId: number;
            candidateName: string;
            entry: string;
            rank: number | null;
        };
        MemberPage: {
            items: components["schemas"]["MemberDetail"][];
            nextCursor: string | null;
        };
        MembersChanged: {
            added: number;
            lot: components["schemas"]["LotDetail"];
        };
        MessageDetail: {
            about: string | null;
            attachments: components["schemas"]["AttachmentDetail"][];
            attempts: number;
            /** @enum {string} */
            channel: "email" | "sms";
            /** Format: date-time */
            createdAt: string | null;
            html: string | null;
            id: string;
            isResendable: boolean;
            isWithdrawable: boolean;
            kind: string;
            /** @description Why it stands where it stands. */
            reason: string | null;
            recipient: components["schemas"]["RecipientDetail"];
            /** Format: date-time */
            sendAt: string | null;
            /** Format: date-time */
            sentAt: string | null;
            /** @enum {string} */
            status: "queued" | "sending" | "sent" | "failed" | "held" | "withdrawn" | "silenced" | "unconfirmed";
            subject: string;
            supplier: string | null;
            supplierReference: string | null;
            text: string;
            tried: components["schemas"]["AttemptDetail"][];
        };
        MessagePage: {
            items: components["schemas"]["MessageSummary"][];
            nextCursor: string | null;
        };
        MessageSummary: {
            about: string | null;
            attempts: number;
            /** @enum {string} */
            channel: "email" | "sms";
            /** Format: date-time */
            createdAt: string | null;
            id: string;
            kind: string;
            /** @description Why it stands where it stands. */
            reason: string | null;
            recipient: components["schemas"]["RecipientDetail"];
            /** Format: date-time */
            sendAt: string | null;
            /** Format: date-time */
            sentAt: string | null;
            /** @enum {string} */
            status: "queued" | "sending" | "sent" | "failed" | "held" | "withdrawn" | "silenced" | "unconfirmed";
            subject: string;
        };
        NewApiKey: {
            /** Format: date-time */
            createdAt: string | null;
            createdBy: string;
            /** Format: date-time */
            expiresAt: string | null;
            id: string;
            /** Format: date-time */
            lastUsedAt: string | null;
            name: string;
            /** Format: date-time */
            revokedAt: string | null;
            scopes: string[];
            secret: string;
        };
        NewBookingLink: {
            bufferMinutes: number;
            candidateId: number;
            candidateName: string;
            changesLeft: number;
            /** Format: date-time */
            createdAt: string | null;
            deadlineHours: number;
            durationMinutes: number;
            /** Format: date-time */
            expiresAt: string | null;
            /** Format: date */
            firstDay: string;
            id: string;
            interviewerIds: string[];
            interviewId: string | null;
            isSent: boolean;
            /** Format: date */
            lastDay: string;
            link: string;
            mode: string;
            noticeHours: number;
            position: string | null;
            /** Format: date-time */
            revokedAt: string | null;
            stepMinutes: number;
            timezone: string;
            title: string;
            type: string;
        };
        NewFeed: {
            address: string;
            /** Format: date-time */
            createdAt: string | null;
            isOn: boolean;
        };
        NewInvitation: {
            /** Format: date-time */
            createdAt: string | null;
            /** Format: date-time */
            expiresAt: string | null;
            id: string;
            interviewToken: string;
            isSent: boolean;
            link: string;
            /** Format: date-time */
            revokedAt: string | null;
        };
        NewUserDetail: {
            /** Format: date-time */
            createdAt: string | null;
            email: string;
            id: string;
            invitation: components["schemas"]["LinkDetail"] | null;
            isActive: boolean;
            name: string;
            organisationId: string;
            role: string;
            /** @description invited, until a password is set; active; disabled. */
            state: string;
            /** @description IANA time zone. */
            timezone: string;
        };
        NoteAnswer: {
            readonly message: string;
            note: components["schemas"]["NoteShown"];
            /** @default true */
            success: unknown;
        };
        NotePage: {
            items: components["schemas"]["NoteShown"][];
            readonly message: string;
            next_cursor: string | null;
            /** @default true */
            success: unknown;
        };
        NoteShown: {
            at_seconds: number;
            author_id: string;
            author_name: string;
            /** Format: date-time */
            created_at: string | null;
            /** Format: date-time */
            edited_at: string | null;
            note_id: string;
            session_id: string;
            text: string;
        };
        NoticePurpose: {
            purpose: string;
            text: string;
        };
        NoticeShown: {
            locale: string;
            purposes: components["schemas"]["NoticePurpose"][];
            sha256: string;
            text: string;
            version: string;
        };
        NumberRange: {
            /** @default null */
            max?: number | null;
            /** @default null */
            min?: number | null;
        };
        OrganisationDetail: {
            /** Format: date-time */
            createdAt: string | null;
            id: string;
            name: string;
            /** @description IANA time zone its people begin with. */
            timezone: string;
        };
        OwnDraw: {
            candidateId: number;
            /** Format: date-time */
            drawnAt: string | null;
            number: number;
            place: string;
            places: number;
            poolSize: number;
            /** Format: date-time */
            preparedAt: string | null;
            pseudonym: string;
            publicId: string;
            rank: number | null;
            secret: string;
            status: string;
        };
        OwnDraws: {
            items: components["schemas"]["OwnDraw"][];
            /** @default null */
            nextCursor: unknown;
        };
        OwnInterview: {
            allowReschedule: boolean;
            cancelledReason: string | null;
            canDecline: boolean;
            canReschedule: boolean;
            /** Format: date-time */
            closesAt: string | null;
            codingExercise: components["schemas"]["CodingExercise"] | null;
            durationMinutes: number;
            /** Format: date-time */
            endedAt: string | null;
            /** Format: date-time */
            endsAt: string | null;
            id: string;
            interviewers: string[];
            isAiInterview: boolean;
            link: string | null;
            location: string | null;
            meetingUrl: string | null;
            mode: string;
            /** Format: date-time */
            opensAt: string | null;
            position: string | null;
            preparationTime: number;
            rescheduleDeadlineHours: number;
            /** Format: date-time */
            scheduledAt: string | null;
            /** Format: date-time */
            startedAt: string | null;
            status: string;
            timezone: string;
            title: string;
            type: string;
        };
        OwnInterviewPage: {
            items: components["schemas"]["OwnInterview"][];
            nextCursor: string | null;
        };
        OwnProfileDetail: {
            headline: string | null;
            location: string | null;
            phone: string | null;
            resume: components["schemas"]["ResumeSummary"] | null;
            skills: string[];
            timezone: string | null;
        };
        OwnResume: {
            /** Format: date-time */
            createdAt: string | null;
            filename: string;
            hasHiddenText: boolean;
            isCut: boolean;
            mediaType: string;
            pageCount: number | null;
            scanStatus: string;
            sizeBytes: number;
            text: string | null;
            textProblem: string | null;
            textStatus: string;
            version: number;
        };
        PanelPerson: {
            name: string;
            role: string;
            userId: string;
        };
        PanelSeat: {
            /**
             * @default interviewer
             * @enum {string}
             */
            role?: "lead" | "interviewer" | "observer";
            userId: string;
        };
        PlannedQuestionDetail: {
            /** @default medium */
            difficulty: string;
            /** @default null */
            expectedAnswer: string | null;
            hints: string[];
            id: string;
            keyPoints: string[];
            keywords: string[];
            position: number;
            sampleAnswers: string[];
            text: string;
            /** @default null */
            timeLimitSeconds: number | null;
            /** @default general */
            type: string;
        };
        PlannedQuestionShown: {
            difficulty: string;
            hints: string[];
            planned_question_id: string;
            text: string;
            time_limit_seconds: number | null;
            type: string;
        };
        PlanQuestion: {
            /** @default medium */
            difficulty?: string;
            /** @default null */
            expectedAnswer?: string | null;
            hints?: string[];
            keyPoints?: string[];
            keywords?: string[];
            sampleAnswers?: string[];
            text: string;
            /** @default null */
            timeLimitSeconds?: number | null;
            /** @default general */
            type?: string;
        };
        PositionDetail: {
            /** Format: date-time */
            closedAt: string | null;
            /** Format: date-time */
            createdAt: string | null;
            description: string | null;
            id: string;
            location: string | null;
            skills: string[];
            status: string;
            title: string;
        };
        PositionPage: {
            items: components["schemas"]["PositionDetail"][];
            nextCursor: string | null;
        };
        Preferences: {
            quietChannels: ("email" | "sms")[];
        };
        PrepareDraw: {
            /**
             * Format: date-time
             * @default null
             */
            seedAt?: string | null;
            sources?: components["schemas"]["SeedSource"][];
            /** @default false */
            usesCommitment?: boolean;
        };
        Preview: {
            html: string;
            sms: string | null;
            subject: string;
            text: string;
        };
        PreviewBooking: {
            /**
             * Format: date
             * @default null
             */
            firstDay?: string | null;
            /** @default null */
            timezone?: string | null;
            token: string;
        };
        PreviewSession: {
            interview_token: string;
        };
        PreviewTemplate: {
            /** @default null */
            texts?: components["schemas"]["TemplateTexts"] | null;
            /** @default UTC */
            timezone?: string;
            values?: {
                [key: string]: unknown;
            };
        };
        Problem: {
            code?: string;
            detail?: string;
            errors?: {
                [key: string]: unknown;
            };
            instance?: string;
            message?: string;
            request_id?: string;
            status?: number;
            success?: boolean;
            title?: string;
            type?: string;
        };
        ProfileChange: {
            experienceYears?: number | null;
            headline?: string | null;
            location?: string | null;
            phone?: string | null;
            skills?: string[];
            source?: string | null;
            summary?: string | null;
            tags?: string[];
            timezone?: string | null;
        };
        ProfileDetail: {
            experienceYears: number | null;
            headline: string | null;
            location: string | null;
            phone: string | null;
            resume: components["schemas"]["ResumeSummary"] | null;
            skills: string[];
            source: string | null;
            summary: string | null;
            tags: string[];
            timezone: string | null;
        };
        Progress: {
            done: number;
            total: number;
        };
        PublishedSource: {
            about: string | null;
            kind: string;
            sha256: string | null;
        };
        PutMe: {
            headline?: string | null;
            location?: string | null;
            name?: string;
            phone?: string | null;
            resume?: string;
            skills?: string[];
            timezone?: string | null;
        };
        QuestionAdded: {
            readonly message: string;
            question_id: string;
            /** @default true */
            success: unknown;
        };
        QuestionData: {
            /** @default null */
            avatar?: string | null;
            /** @default medium */
            difficulty?: string;
            keywords?: string[];
            /** @default null */
            planned_question_id?: string | null;
            text: string;
            /** @default general */
            type?: string;
        };
        QuestionShown: {
            /** Format: date-time */
            asked_at: string | null;
            asked_by: string;
            avatar: string | null;
            difficulty: string;
            keywords: string[];
            planned_question_id: string | null;
            position: number;
            question_id: string;
            text: string;
            type: string;
        };
        QueueDetail: {
            channels: components["schemas"]["ChannelDetail"][];
            countedUpTo: number;
            counts: components["schemas"]["StateCounts"];
            name: string;
        };
        RecipientDetail: {
            address: string;
            name: string;
            subject: string;
        };
        RecordConsent: {
            evidence: string;
            noticeVersion: string;
            purposes: {
                [key: string]: boolean;
            };
        };
        RecordingAnswer: {
            candidate_id: number;
            readonly message: string;
            recording_info: components["schemas"]["RecordingInfo"];
            /** @default true */
            success: unknown;
        };
        RecordingConfig: {
            /** @default true */
            audio?: boolean;
            bitrate?: number;
            /**
             * @default webm
             * @enum {string}
             */
            format?: "webm" | "mp4" | "mkv" | "ogg" | "m4a" | "wav";
            frame_rate?: number;
            height?: number;
            /**
             * @default HD
             * @enum {string}
             */
            quality?: "HD" | "SD" | "custom";
            /** @default true */
            video?: boolean;
            width?: number;
        };
        RecordingInfo: {
            /** Format: date-time */
            completed_at: string | null;
            playback_url: string | null;
            processing_status: string;
            recording_duration: number | null;
            recording_file: string | null;
            recording_format: string | null;
            recording_quality: string;
            recording_reason: string | null;
            recording_size: number | null;
            recording_status: string;
            session_id: string;
            sha256: string | null;
            /** Format: date-time */
            started_at: string | null;
            thumbnail_url: string | null;
            tracks: components["schemas"]["TrackShown"][];
        };
        Refresh: {
            /** @default null */
            refreshToken?: string | null;
        };
        RegisterAdmin: {
            /** @default null */
            bootstrapSecret?: string | null;
            /** Format: email */
            email: string;
            /** @default  */
            name?: string;
            /** @default  */
            organisationName?: string;
            /** Format: password */
            password: string;
        };
        ReportIssue: {
            kind: string;
            message: string;
            session_id: string;
        };
        RescheduleInterview: {
            /** @default null */
            durationMinutes?: number | null;
            /** @default false */
            force?: boolean;
            /** @default false */
            override?: boolean;
            /** @default null */
            reason?: string | null;
            /** Format: date-time */
            scheduledAt: string | null;
            /** @default null */
            timezone?: string | null;
        };
        RescheduleOwn: {
            /** @default null */
            reason?: string | null;
            /** Format: date-time */
            scheduledAt: string | null;
        };
        ResetPassword: {
            /** Format: password */
            password: string;
            token: string;
        };
        ResumeDetail: {
            /** Format: date-time */
            createdAt: string | null;
            filename: string;
            hasHiddenText: boolean;
            isCut: boolean;
            mediaType: string;
            pageCount: number | null;
            scanStatus: string;
            sha256: string;
            sizeBytes: number;
            suggestedSkills: string[];
            text: string | null;
            textProblem: string | null;
            textStatus: string;
            version: number;
        };
        ResumeSummary: {
            /** Format: date-time */
            createdAt: string | null;
            filename: string;
            hasHiddenText: boolean;
            mediaType: string;
            pageCount: number | null;
            scanStatus: string;
            sizeBytes: number;
            textProblem: string | null;
            textStatus: string;
            version: number;
        };
        ResumeVersions: {
            items: components["schemas"]["ResumeSummary"][];
            /** @default null */
            nextCursor: unknown;
        };
        Retry: {
            /** @default null */
            interview_id?: string | null;
            /** @default null */
            session_id?: string | null;
        };
        RetryProcessing: {
            /** @default null */
            interview_id?: string | null;
            /** @default null */
            session_id?: string | null;
        };
        RowProblem: {
            column: string | null;
            line: number;
            reason: string;
        };
        ScoreRanges: {
            /** @default null */
            communication?: components["schemas"]["NumberRange"] | null;
            /** @default null */
            culturalFit?: components["schemas"]["NumberRange"] | null;
            /** @default null */
            problemSolving?: components["schemas"]["NumberRange"] | null;
            /** @default null */
            technical?: components["schemas"]["NumberRange"] | null;
        };
        SeedSource: {
            about: string;
            /**
             * @default numbers
             * @enum {string}
             */
            kind?: "numbers" | "letters";
        };
        SegmentShown: {
            bytes: number;
            chunk_count: number;
            duration_seconds: number | null;
            gaps: number[][];
            is_truncated: boolean | null;
            segment: number;
            sha256: string | null;
            /** Format: date-time */
            started_at: string | null;
            state: string;
            upload_id: string;
        };
        SessionAnswer: {
            readonly message: string;
            session_data: components["schemas"]["SessionData"];
            /** @default true */
            success: unknown;
        };
        SessionData: {
            answers: components["schemas"]["AnswerShown"][];
            avatar: string | null;
            avatar_settings: {
                [key: string]: unknown;
            };
            browser_info: string | null;
            candidate_id: number;
            duration_seconds: number;
            /** Format: date-time */
            end_time: string | null;
            interview_id: string;
            interview_token: string | null;
            network_quality: string | null;
            processing_status: string;
            questions: components["schemas"]["QuestionShown"][];
            recording_file: string | null;
            recording_status: string;
            session_id: string;
            session_logs: components["schemas"]["SessionLogLine"][];
            /** Format: date-time */
            start_time: string | null;
            status: string;
            technical_issues: {
                [key: string]: unknown;
            }[];
        };
        SessionDetail: {
            allowReschedule: boolean;
            assessmentVisible: boolean;
            bufferMinutes: number;
            cancelledReason: string | null;
            candidateId: number;
            candidateName: string;
            canReschedule: boolean;
            /** Format: date-time */
            closesAt: string | null;
            codingExercise: components["schemas"]["CodingExercise"] | null;
            /** Format: date-time */
            createdAt: string | null;
            deviceInfo: {
                [key: string]: unknown;
            } | null;
            difficulty: string;
            durationMinutes: number;
            /** Format: date-time */
            endedAt: string | null;
            /** Format: date-time */
            endsAt: string | null;
            feedback: {
                [key: string]: string;
            } | null;
            id: string;
            interviewerId: string | null;
            interviewerIds: string[];
            isAiInterview: boolean;
            jobId: string | null;
            jobTitle: string | null;
            location: string | null;
            meetingUrl: string | null;
            mode: string;
            notes: string | null;
            /** Format: date-time */
            opensAt: string | null;
            panel: components["schemas"]["PanelPerson"][];
            preparationTime: number;
            rescheduleCount: number;
            rescheduleDeadlineHours: number;
            /** Format: date-time */
            scheduledAt: string | null;
            score: number | null;
            /** Format: date-time */
            startedAt: string | null;
            status: string;
            tags: string[];
            timezone: string;
            title: string;
            type: string;
        };
        SessionEndedAnswer: {
            readonly message: string;
            /** @default true */
            success: unknown;
        };
        SessionLogLine: {
            /** Format: date-time */
            at: string | null;
            details: {
                [key: string]: unknown;
            };
            event: string;
            number: number;
        };
        SessionPage: {
            items: components["schemas"]["SessionDetail"][];
            nextCursor: string | null;
        };
        SessionPreviewed: {
            candidate_name: string;
            consent: {
                [key: string]: boolean;
            };
            interview: components["schemas"]["InterviewShown"];
            readonly message: string;
            notice: components["schemas"]["NoticeShown"];
            retention_days: number;
            session_open: boolean;
            /** @default true */
            success: unknown;
        };
        SessionStarted: {
            candidate_id: number;
            consent_required: boolean;
            interview: components["schemas"]["InterviewShown"];
            readonly message: string;
            notice: components["schemas"]["NoticeShown"] | null;
            questions: components["schemas"]["PlannedQuestionShown"][];
            recording_config: {
                [key: string]: unknown;
            };
            recording_started: boolean;
            resumed: boolean;
            session_id: string;
            /** Format: date-time */
            started_at: string | null;
            /** @default true */
            success: unknown;
            upload_url: string;
        };
        Setup: {
            isAdminMissing: boolean;
        };
        Slot: {
            /** Format: date-time */
            endsAt: string | null;
            /** Format: date-time */
            startsAt: string | null;
        };
        StageHistory: {
            items: components["schemas"]["StageStep"][];
            nextCursor: string | null;
        };
        StageStep: {
            /** Format: date-time */
            at: string | null;
            by: string;
            byName: string | null;
            from: string | null;
            id: number;
            reason: string | null;
            to: string;
        };
        StartInterview: {
            /** @default null */
            deviceInfo?: {
                [key: string]: unknown;
            } | null;
            /** @default null */
            location?: string | null;
        };
        StartSession: {
            /** @default null */
            avatar?: string | null;
            avatar_settings?: {
                [key: string]: unknown;
            };
            /** @default null */
            browser_info?: string | null;
            /** @default null */
            consent?: components["schemas"]["ConsentGiven"] | null;
            interview_token: string;
            /** @default null */
            network_quality?: string | null;
            recording_config?: components["schemas"]["RecordingConfig"];
        };
        StateCounts: {
            failed: number;
            held: number;
            queued: number;
            sending: number;
            sent: number;
            unconfirmed: number;
        };
        StateWorkingHours: {
            exceptions?: components["schemas"]["DayDifference"][];
            rules: components["schemas"]["WeeklyRule"][];
            timezone: string;
        };
        StepDetail: {
            divisor: number;
            md5: string;
            number: number;
            rank: number;
            remainder: number;
        };
        Stretch: {
            ends: string;
            starts: string;
        };
        TakeSlot: {
            /** Format: date-time */
            startsAt: string | null;
            token: string;
        };
        TemplateDetail: {
            about: string;
            builtIn: components["schemas"]["TemplateTexts"];
            channels: string[];
            isAccountSecurity: boolean;
            isOwn: boolean;
            kind: string;
            sample: {
                [key: string]: unknown;
            };
            texts: components["schemas"]["TemplateTexts"];
            /** Format: date-time */
            updatedAt: string | null;
        };
        TemplateList: {
            items: components["schemas"]["TemplateSummary"][];
        };
        TemplateSummary: {
            about: string;
            channels: string[];
            isAccountSecurity: boolean;
            isOwn: boolean;
            kind: string;
            /** Format: date-time */
            updatedAt: string | null;
        };
        TemplateTexts: {
            /** @default null */
            html?: string | null;
            /** @default null */
            sms?: string | null;
            subject: string;
            text: string;
        };
        TraceSound: {
            /** @default null */
            interview_id?: string | null;
            /** @default null */
            session_id?: string | null;
            /**
             * @default camera
             * @enum {string}
             */
            track?: "camera" | "screen" | "audio";
        };
        TrackShown: {
            audio_codec: string | null;
            duration_seconds: number | null;
            file: string | null;
            format: string | null;
            frame_rate: number | null;
            height: number | null;
            mime_type: string | null;
            mp4_status: string | null;
            mp4_url: string | null;
            playback_url: string | null;
            reason: string | null;
            segments: components["schemas"]["SegmentShown"][];
            sha256: string | null;
            size_bytes: number | null;
            status: string;
            thumbnail_url: string | null;
            track: string;
            video_codec: string | null;
            waveform_status: string | null;
            waveform_url: string | null;
            width: number | null;
        };
        TryChannel: {
            /**
             * @default email
             * @enum {string}
             */
            channel?: "email" | "sms";
            /** @default null */
            phone?: string | null;
        };
        UpdateMe: {
            name?: string;
            /** @example Europe/Paris */
            timezone?: string;
        };
        UpdateOrganisation: {
            name?: string;
            /** @example Europe/Paris */
            timezone?: string;
        };
        UpdateUser: {
            name?: string;
            /**
             * @description admin, recruiter, interviewer, candidate; also instructor and student, in any letter case.
             * @example interviewer
             */
            role?: string;
        };
        UpdateWebhook: {
            description?: string;
            events?: ("candidate.created" | "candidate.updated" | "candidate.status_changed" | "candidate.archived" | "lot.drawn" | "interview.scheduled" | "interview.changed" | "interview.rescheduled" | "interview.started" | "interview.completed" | "interview.cancelled" | "interview.no_show" | "session.started" | "session.ended" | "recording.ready" | "analysis.completed" | "analysis.failed" | "decision.made")[];
            isActive?: boolean;
            /** Format: uri */
            url?: string;
        };
        UserDetail: {
            /** Format: date-time */
            createdAt: string | null;
            email: string;
            id: string;
            isActive: boolean;
            name: string;
            organisationId: string;
            role: string;
            /** @description invited, until a password is set; active; disabled. */
            state: string;
            /** @description IANA time zone. */
            timezone: string;
        };
        UserPage: {
            items: components["schemas"]["UserDetail"][];
            nextCursor: string | null;
        };
        WebhookDetail: {
            /** Format: date-time */
            createdAt: string | null;
            createdBy: string;
            description: string;
            events: ("candidate.created" | "candidate.updated" | "candidate.status_changed" | "candidate.archived" | "lot.drawn" | "interview.scheduled" | "interview.changed" | "interview.rescheduled" | "interview.started" | "interview.completed" | "interview.cancelled" | "interview.no_show" | "session.started" | "session.ended" | "recording.ready" | "analysis.completed" | "analysis.failed" | "decision.made")[];
            /** Format: date-time */
            failingSince: string | null;
            /** Format: date-time */
            formerSecretUntil: string | null;
            id: string;
            isActive: boolean;
            /** @enum {string|null} */
            offReason: "by_person" | "gone" | "failing" | null;
            /** Format: date-time */
            updatedAt: string | null;
            url: string;
        };
        WebhookPage: {
            items: components["schemas"]["WebhookDetail"][];
            nextCursor: string | null;
        };
        WebhookWithSecret: {
            /** Format: date-time */
            createdAt: string | null;
            createdBy: string;
            description: string;
            events: ("candidate.created" | "candidate.updated" | "candidate.status_changed" | "candidate.archived" | "lot.drawn" | "interview.scheduled" | "interview.changed" | "interview.rescheduled" | "interview.started" | "interview.completed" | "interview.cancelled" | "interview.no_show" | "session.started" | "session.ended" | "recording.ready" | "analysis.completed" | "analysis.failed" | "decision.made")[];
            /** Format: date-time */
            failingSince: string | null;
            /** Format: date-time */
            formerSecretUntil: string | null;
            id: string;
            isActive: boolean;
            /** @enum {string|null} */
            offReason: "by_person" | "gone" | "failing" | null;
            secret: string;
            /** Format: date-time */
            updatedAt: string | null;
            url: string;
        };
        WeekDetail: {
            /** Format: date */
            firstDay: string;
            /** Format: date */
            next: string | null;
            /** Format: date */
            nextFree: string | null;
            /** Format: date */
            previous: string | null;
            slots: (string | null)[];
        };
        WeeklyRule: {
            ends: string;
            starts: string;
            weekday: number;
        };
        WithdrawDraw: {
            reason: string;
        };
        WorkingHoursDetail: {
            exceptions: components["schemas"]["DayDifference"][];
            isStated: boolean;
            rules: components["schemas"]["WeeklyRule"][];
            timezone: string;
        };
        WriteNote: {
            at_seconds: number;
            session_id: string;
            text: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
