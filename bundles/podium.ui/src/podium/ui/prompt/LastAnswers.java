// SPDX-License-Identifier: Apache-2.0
package podium.ui.prompt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the operator answered before, until Podium ends: it is offered the next time that the same is asked. UI thread. */
public final class LastAnswers {
    private static final int MOST = 8;

    private final Map<String, List<String>> answers = new HashMap<>();

    /** The last ones, the newest first. */
    public List<String> of(String question) {
        return List.copyOf(answers.getOrDefault(question, List.of()));
    }

    /** The last one, or what is given where there is none. */
    public String last(String question, String otherwise) {
        return of(question).stream().findFirst().orElse(otherwise);
    }

    /** The operator answered. */
    public void add(String question, String answer) {
        List<String> all = answers.computeIfAbsent(question, _ -> new ArrayList<>());
        all.remove(answer);
        all.addFirst(answer);
        if (all.size() > MOST) {
            all.removeLast();
        }
    }
}
