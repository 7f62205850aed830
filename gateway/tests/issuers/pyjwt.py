# Tokens by PyJWT: prints keys, tokens of each algorithm, and forged ones with the reason why they are refused.
import json
import sys
import time

import jwt
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from jwt.algorithms import ECAlgorithm, OKPAlgorithm, RSAAlgorithm

issuer, audience, secret = sys.argv[1:]
now = int(time.time())
claims = {
    "iss": issuer, "sub": "anna", "aud": audience, "iat": now, "exp": now + 120,
    "janus": {"plugins": ["echotest"]},
}
pairs = {
    "ES256": (ec.generate_private_key(ec.SECP256R1()), ECAlgorithm),
    "EdDSA": (ed25519.Ed25519PrivateKey.generate(), OKPAlgorithm),
    "RS256": (rsa.generate_private_key(public_exponent=65537, key_size=2048), RSAAlgorithm),
}


def signed(algorithm, key, **change):
    return jwt.encode({**claims, **change}, key, algorithm, headers={"kid": algorithm})


def public(name):
    key, kind = pairs[name]
    return {**json.loads(kind.to_jwk(key.public_key())), "kid": name, "alg": name}


good = pairs["ES256"][0]
print(json.dumps({
    "keys": [public(name) for name in pairs],
    "tokens": [["HS256", signed("HS256", secret)]] + [[name, signed(name, key)] for name, (key, _) in pairs.items()],
    "forged": [
        ["the token's signature is wrong", signed("HS256", secret + "x")],
        ["the token's signature is wrong", signed("ES256", ec.generate_private_key(ec.SECP256R1()))],
        ["the token's algorithm is not HS256, RS256, ES256 or EdDSA", signed("HS512", secret)],
        ["the token's algorithm is not HS256, RS256, ES256 or EdDSA", jwt.encode(claims, None, None)],
        ["the token has expired", signed("ES256", good, exp=now - 120)],
        ["the token is for another audience (aud)", signed("ES256", good, aud=["other"])],
        ["the token has no subject (sub)", signed("ES256", good, sub=None)],
    ],
}))
