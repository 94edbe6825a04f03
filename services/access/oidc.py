"""Signing in through the house's own OpenID Connect provider: code flow with state, nonce and PKCE.

All three come from one secret that the browser keeps for the way there and back, so that nothing waits on the server.
"""

import hashlib
import hmac
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from authlib.common.errors import AuthlibBaseError
from authlib.integrations.requests_client import OAuth2Session
from authlib.oidc.core import CodeIDToken
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet
from requests import RequestException

from services.access import audit, sign_in
from services.access.accounts import LINKED, WAITING, login_name
from services.errors import NotAllowed
from services.settings import Provider
from services.store import Store, accounts

ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512")
SECONDS = 10  # to wait for the provider
LEEWAY = 60  # seconds its clock may be off
HERE = ("localhost", "127.0.0.1", "::1")
UNREACHABLE = "统一身份认证现在连不上，请过一会儿再试，或者用密码登录。"
FAILED = "统一身份认证没有成功，请再试一次，或者用密码登录。"
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Person:
    """Who the provider says somebody is: for ever, and by the name they log in with there."""

    subject: str
    login: str


def start(provider: Provider, back: str, secret: str) -> str:
    """Give the address of the provider at which a browser with this secret signs in; it returns to `back`.

    Raises NotAllowed where the provider cannot be reached.
    """
    with _client(provider, back) as client:
        try:
            asked, _ = client.create_authorization_url(
                _metadata(client, provider)["authorization_endpoint"],
                state=_part("state", secret), nonce=_part("nonce", secret), code_verifier=_part("verifier", secret),
            )  # fmt: skip
        except (RequestException, ValueError, KeyError) as error:
            raise _refused(UNREACHABLE, error) from error
    return str(asked)


def person(provider: Provider, back: str, secret: str, query: Mapping[str, str]) -> Person:
    """Give who came back from the provider; raises NotAllowed for anything that does not fit what was asked."""
    if not hmac.compare_digest(query.get("state", "").encode(), _part("state", secret).encode()):
        raise NotAllowed(FAILED)
    with _client(provider, back) as client:
        try:
            metadata = _metadata(client, provider)
            token = client.fetch_token(
                _safe(metadata["token_endpoint"]), grant_type="authorization_code", code=query["code"],
                code_verifier=_part("verifier", secret), allow_redirects=False,
            )  # fmt: skip
            keys = KeySet.import_key_set({"keys": _get(client, metadata["jwks_uri"])["keys"]})
            claims = _claims(token, keys, provider, _part("nonce", secret))
            if provider.claim not in claims and "userinfo_endpoint" in metadata:
                more = _get(client, metadata["userinfo_endpoint"], withhold_token=False)
                claims |= more if more.get("sub") == claims["sub"] else {}
        except (RequestException, AuthlibBaseError, JoseError, ValueError, KeyError) as error:
            raise _refused(FAILED, error) from error
    return Person(str(claims["sub"]), str(claims.get(provider.claim) or ""))


def admit(store: Store, who: Person, address: str, agent: str, now: datetime) -> str:
    """Give the token of a new session of the account that is linked with a person, or waits for their login name.

    Raises NotAllowed where there is none, or it is closed.
    """
    with store.write() as connection:
        account = accounts.account_of(connection, LINKED + who.subject)
        if account is None and who.login:
            account = accounts.account_of(connection, WAITING + login_name(who.login))
        why = sign_in.reason(account, now)
        name = account["name"] if account else sign_in.NOBODY
        if why:
            audit.append(connection, name, "session.begin", name, "refused", {"why": why, "by": "oidc"})
    if why:
        raise NotAllowed(f"统一身份账号“{who.login or who.subject}”在看板里没有可用的账号，请找系统管理员开通。")
    renewed: dict[str, Any] = {"subject": LINKED + who.subject}
    if account and account["must_change"]:  # never used, and now not needed
        renewed |= {"password_hash": None, "must_change": False}
    return sign_in.admit(store, name, address, agent, now, **renewed)


def _client(provider: Provider, back: str) -> OAuth2Session:
    return OAuth2Session(
        provider.client_id, provider.client_secret, scope="openid profile", redirect_uri=back,
        code_challenge_method="S256", default_timeout=SECONDS,
    )  # fmt: skip


def _metadata(client: OAuth2Session, provider: Provider) -> dict[str, Any]:
    found = _get(client, f"{provider.issuer}/.well-known/openid-configuration")
    if found.get("issuer", "").rstrip("/") != provider.issuer:
        raise ValueError("another issuer")
    return found


def _claims(token: Mapping[str, Any], keys: KeySet, provider: Provider, nonce: str) -> dict[str, Any]:
    read = jwt.decode(token["id_token"], keys, algorithms=ALGORITHMS)
    asked = {"aud": {"essential": True, "value": provider.client_id}}
    known = {"nonce": nonce, "client_id": provider.client_id, "access_token": token["access_token"]}
    claims = CodeIDToken(read.claims, read.header, asked, known)
    claims.validate(leeway=LEEWAY)
    if claims["iss"].rstrip("/") != provider.issuer:
        raise ValueError("another issuer")
    return dict(claims)


def _get(client: OAuth2Session, url: str, withhold_token: bool = True) -> dict[str, Any]:
    answer = client.request("GET", _safe(url), withhold_token=withhold_token, allow_redirects=False)
    answer.raise_for_status()
    found = answer.json()
    if not isinstance(found, dict):
        raise ValueError("no JSON object")
    return found


def _safe(url: str) -> str:
    """Give an address back that nobody on the way can listen to; raises ValueError for another one."""
    parts = urlsplit(url)
    if parts.scheme != "https" and parts.hostname not in HERE:
        raise ValueError("no https")
    return url


def _part(what: str, secret: str) -> str:
    return hashlib.sha256(f"{what} {secret}".encode()).hexdigest()


def _refused(sentence: str, error: Exception) -> NotAllowed:
    log.warning("sign-in by OIDC: %s", type(error).__name__)  # what it says may hold a token
    return NotAllowed(sentence)
