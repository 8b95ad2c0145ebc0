// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.auth;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tokens of service accounts that were asked for (TokenRequest). They look like those of a real server, three parts with a point
 * between, so that who reads the middle one finds when they end; what counts is that they were given here. Any thread.
 */
public final class IssuedTokens {
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Issued> issued = new ConcurrentHashMap<>();

    private record Issued(User user, Instant until) {}

    /** @param clock the time that counts for their end */
    public IssuedTokens(Clock clock) {
        this.clock = clock;
    }

    /** A token for a service account. */
    public String issue(String namespace, String name, String uid, Instant until) {
        String subject = "system:serviceaccount:" + namespace + ":" + name;
        User user = new User(
                subject,
                uid,
                List.of("system:serviceaccounts", "system:serviceaccounts:" + namespace, "system:authenticated"));
        byte[] seal = new byte[32];
        random.nextBytes(seal);
        String token = part("{\"alg\":\"RS256\"}".getBytes(StandardCharsets.UTF_8)) + "."
                + part(("{\"sub\":\"" + subject + "\",\"exp\":" + until.getEpochSecond() + "}")
                        .getBytes(StandardCharsets.UTF_8))
                + "." + part(seal);
        issued.put(token, new Issued(user, until));
        return token;
    }

    private static String part(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Whose token it is; empty: it was not given here, or has ended. */
    public Optional<User> user(String token) {
        return Optional.ofNullable(issued.get(token))
                .filter(known -> clock.instant().isBefore(known.until()))
                .map(Issued::user);
    }
}
