// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.credential;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import podium.kubernetes.internal.config.RegularFile;
import podium.kubernetes.texts.Texts;

/** A token in a file. Read again each minute, as client-go does, and at once when the server refuses the token. */
public final class TokenFileCredentials implements Credentials {
    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final int LARGEST = 1024 * 1024;

    private final Path path;
    private final InstantSource clock;
    private Optional<String> value = Optional.empty();
    private Instant read = Instant.MIN;

    public TokenFileCredentials(Path path, InstantSource clock) {
        this.path = path;
        this.clock = clock;
    }

    @Override
    public Given get() throws IOException {
        return new Given(authorization(), Optional.empty());
    }

    /** The file is read under no lock: it may lie where nobody answers. */
    private Optional<String> authorization() throws IOException {
        Instant now = clock.instant();
        synchronized (this) {
            if (value.isPresent() && !read.plus(FRESH).isBefore(now)) {
                return value;
            }
        }
        Optional<String> fresh = Optional.of("Bearer " + token());
        synchronized (this) {
            value = fresh;
            read = now;
        }
        return fresh;
    }

    private String token() throws IOException {
        String token;
        try {
            token = new String(RegularFile.read(path, LARGEST), StandardCharsets.UTF_8).strip();
        } catch (RegularFile.Refused e) {
            throw new CredentialException(
                    Texts.of("TokenFileCredentials.theTokenFile", path, e.why()),
                    Texts.of("TokenFileCredentials.checkThePathAndItsPermissions"));
        }
        if (token.isEmpty() || token.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            throw new CredentialException(
                    Texts.of("TokenFileCredentials.theTokenFileHolds", path),
                    Texts.of("TokenFileCredentials.writeANewToken"));
        }
        return token;
    }

    @Override
    public synchronized boolean refused(Optional<String> authorization) {
        if (value.equals(authorization)) {
            value = Optional.empty();
        }
        return true;
    }
}
