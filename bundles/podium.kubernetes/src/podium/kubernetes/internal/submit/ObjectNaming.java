// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.submit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Names of objects. A generateName is made a name here and not by the server: only what has a name can be found again after a lost
 * answer. The letters are the server's (k8s.io/apimachinery/pkg/util/rand).
 */
final class ObjectNaming {
    private static final String LETTERS = "bcdfghjklmnpqrstvwxz2456789";
    private static final int COUNT = 5;
    /** apiserver/pkg/storage/names/generate.go: 63 less the letters. */
    private static final int LONGEST = 58;

    private final RandomGenerator random;

    ObjectNaming(RandomGenerator random) {
        this.random = random;
    }

    /** The name of an object; empty: it has neither name nor generateName. */
    Optional<String> of(JsonNode metadata) {
        String name = metadata.path("name").asText();
        String prefix = metadata.path("generateName").asText();
        if (!name.isEmpty() || prefix.isEmpty()) {
            return name.isEmpty() ? Optional.empty() : Optional.of(name);
        }
        StringBuilder made = new StringBuilder(prefix.substring(0, Math.min(LONGEST, prefix.length())));
        for (int i = 0; i < COUNT; i++) {
            made.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return Optional.of(made.toString());
    }
}
