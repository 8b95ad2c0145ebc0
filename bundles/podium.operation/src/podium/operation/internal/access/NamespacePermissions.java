// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.access;

import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import podium.core.api.AccessReviewer;
import podium.core.api.Permission;

/** What is known of the rights in one namespace, or of those that hold everywhere. Any thread; one at a time asks. */
final class NamespacePermissions {
    private final String namespace;
    private final AccessReviewer reviewer;
    private final Map<Permission, Answer> answers = new LinkedHashMap<>();
    private Optional<String> rules = Optional.empty();
    private Instant next = Instant.MIN;
    private boolean begun;

    private record Answer(Optional<Boolean> allowed, Instant lookedAt) {}

    NamespacePermissions(String namespace, AccessReviewer reviewer) {
        this.namespace = namespace;
        this.reviewer = reviewer;
    }

    /** Somebody looks; true: it was not looked at before, and has to be asked for. */
    synchronized boolean look(Permission permission, Instant now) {
        Answer known = answers.get(permission);
        answers.put(permission, new Answer(known == null ? Optional.empty() : known.allowed(), now));
        answers.values()
                .removeIf(
                        answer -> answer.lookedAt().plus(AccessCache.LOOKED_AT).isBefore(now));
        return known == null;
    }

    synchronized Optional<Boolean> known(Permission permission) {
        Answer known = answers.get(permission);
        return known == null ? Optional.empty() : known.allowed();
    }

    /** True once when it is time to look for changes. What is asked for the first time is fresh for a while. */
    synchronized boolean isDue(Instant now) {
        boolean due = begun && !now.isBefore(next);
        if (due || !begun) {
            next = now.plus(AccessCache.FRESH);
        }
        begun = true;
        return due;
    }

    /** The server did not answer: what is known holds on, and the next look may ask again. */
    synchronized void unanswered() {
        rules = Optional.empty();
        answers.values().removeIf(answer -> answer.allowed().isEmpty());
    }

    boolean ask(Permission permission) throws IOException {
        return answered(permission, reviewer.allowed(permission));
    }

    private synchronized boolean answered(Permission permission, boolean allowed) {
        Answer known = answers.get(permission);
        if (known == null) {
            return false;
        }
        answers.put(permission, new Answer(Optional.of(allowed), known.lookedAt()));
        return !known.allowed().equals(Optional.of(allowed));
    }

    /** Asks whether anything has changed, and if so what; true: an answer is other than before. */
    boolean refresh() throws IOException {
        Optional<String> now = reviewer.rules(namespace);
        if (now.isPresent() && now.equals(rules())) {
            return false;
        }
        rules(now);
        boolean changed = false;
        for (Permission permission : permissions()) {
            changed |= ask(permission);
        }
        return changed;
    }

    private synchronized Optional<String> rules() {
        return rules;
    }

    private synchronized void rules(Optional<String> now) {
        rules = now;
    }

    private synchronized List<Permission> permissions() {
        return List.copyOf(answers.keySet());
    }
}
