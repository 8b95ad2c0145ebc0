// SPDX-License-Identifier: Apache-2.0
package podium.agent.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.MessageDigest;
import java.util.Set;
import podium.agent.texts.Texts;

/** The secret that opens an address. Never written anywhere. */
final class BearerToken {
    private static final int SHORTEST = 16;
    private static final String SCHEME = "Bearer ";
    private static final Set<PosixFilePermission> OWNER_ONLY =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private final byte[] secret;

    private BearerToken(byte[] secret) {
        this.secret = secret;
    }

    /** @throws IOException when it cannot be read, others can read it too, or it is too short; a sentence says which */
    static BearerToken of(Path file) throws IOException {
        if (!OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
            throw new IOException(Texts.of("BearerToken.othersCanReadThe", file));
        }
        String text = Files.readString(file).strip();
        if (text.length() < SHORTEST) {
            throw new IOException(Texts.of("BearerToken.theTokenInIs", file, SHORTEST));
        }
        return new BearerToken(text.getBytes(StandardCharsets.UTF_8));
    }

    /** True when an Authorization header carries it. Takes the same time for every wrong one of a length. */
    boolean isIn(String authorization) {
        return authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && MessageDigest.isEqual(
                        secret, authorization.substring(SCHEME.length()).strip().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "Token";
    }
}
