import { escapeHtml } from '#mail';
import { authPath } from './auth.js';

/**
 * The page a confirmation letter leads to. It has no script: its button is a form that asks for the real path, so that a
 * mail scanner which only opens links confirms nothing.
 */
export const confirmPage = ({ token, callbackURL }: { token: string; callbackURL: string }): string => `<!doctype html>
<html lang="en-GB">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex"><title>Confirm your e-mail address</title></head>
<body><main>
<h1>Confirm your e-mail address</h1>
<p>Confirm only if you opened a Benchside account yourself.</p>
<form method="get" action="${authPath}/verify-email">
<input type="hidden" name="token" value="${escapeHtml(token)}">
<input type="hidden" name="callbackURL" value="${escapeHtml(callbackURL)}">
<button type="submit">Confirm this address</button>
</form>
</main></body>
</html>
`;
