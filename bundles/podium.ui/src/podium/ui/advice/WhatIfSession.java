// SPDX-License-Identifier: Apache-2.0
package podium.ui.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jdt.annotation.Nullable;
import podium.model.fleet.Cluster;
import podium.placement.whatif.Hypothesis;
import podium.placement.whatif.WhatIfResult;
import podium.placement.whatif.WhatIfService;
import podium.ui.label.FailureLabel;
import podium.ui.toolkit.BackgroundWork;
import podium.ui.toolkit.Listeners;

/**
 * What is supposed now, and what would follow. One for the whole application: the What if part lists it, the canvas draws
 * it. Hypotheses are of one cluster; one of another cluster begins anew. UI thread.
 */
public final class WhatIfSession {
    private final WhatIfService service;
    private final BackgroundWork background;
    private final Listeners<WhatIfSession> listeners = new Listeners<>();
    private final List<Hypothesis> hypotheses = new ArrayList<>();
    private @Nullable Cluster cluster;
    private Optional<WhatIfResult> outlook = Optional.empty();
    private Optional<String> problem = Optional.empty();
    private int asked;
    private boolean asking;

    public WhatIfSession(WhatIfService service, BackgroundWork background) {
        this.service = service;
        this.background = background;
    }

    /** Hears of each change; close the result to end it. */
    public AutoCloseable listen(Consumer<WhatIfSession> listener) {
        return listeners.add(listener);
    }

    public List<Hypothesis> hypotheses() {
        return List.copyOf(hypotheses);
    }

    /** The cluster of which they are supposed; empty: none yet. */
    public Optional<Cluster> cluster() {
        @Nullable Cluster of = cluster;
        return of == null ? Optional.empty() : Optional.of(of);
    }

    /** What follows from {@link #hypotheses}; empty: nothing is supposed, or the answer is not there yet. */
    public Optional<WhatIfResult> outlook() {
        return outlook;
    }

    /** Why there is no answer; empty: there is, or it is under way. */
    public Optional<String> problem() {
        return problem;
    }

    public boolean isAsking() {
        return asking;
    }

    /** Supposes these too. */
    public void add(Cluster of, List<Hypothesis> more) {
        if (cluster != of) {
            hypotheses.clear();
            cluster = of;
        }
        more.stream()
                .filter(it -> it instanceof Hypothesis.Submit || !hypotheses.contains(it))
                .forEach(hypotheses::add);
        ask();
    }

    /** Supposes these and nothing else. */
    public void replace(Cluster of, List<Hypothesis> all) {
        hypotheses.clear();
        add(of, all);
    }

    /** Supposes all but these. */
    public void remove(List<Hypothesis> some) {
        some.forEach(hypotheses::remove);
        ask();
    }

    /** Supposes nothing. */
    public void clear() {
        hypotheses.clear();
        ask();
    }

    /** Answers anew with the fleet of now. */
    public void ask() {
        problem = Optional.empty();
        @Nullable Cluster of = cluster;
        asking = of != null && of.getFleet() != null && !hypotheses.isEmpty();
        if (of == null || !asking) {
            asked++;
            outlook = Optional.empty();
            listeners.tell(this);
            return;
        }
        listeners.tell(this);
        ask(of);
    }

    /** The same without a word: what was answered stands until the new answer is there. */
    public void follow() {
        @Nullable Cluster of = cluster;
        if (asking || outlook.isEmpty() || of == null || of.getFleet() == null) {
            return;
        }
        ask(of);
    }

    private void ask(Cluster of) {
        int number = ++asked;
        background.follow(
                service.ask(of, List.copyOf(hypotheses)),
                answer -> answered(number, Optional.of(answer), Optional.empty()),
                failure -> answered(number, Optional.empty(), Optional.of(FailureLabel.words(failure))));
    }

    private void answered(int number, Optional<WhatIfResult> answer, Optional<String> failure) {
        if (number == asked) {
            asking = false;
            outlook = answer;
            problem = failure;
            listeners.tell(this);
        }
    }
}
