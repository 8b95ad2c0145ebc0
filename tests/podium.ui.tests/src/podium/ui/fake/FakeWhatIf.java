// SPDX-License-Identifier: Apache-2.0
package podium.ui.fake;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import podium.model.fleet.Cluster;
import podium.placement.whatif.Hypothesis;
import podium.placement.whatif.WhatIfResult;
import podium.placement.whatif.WhatIfService;

/** Remembers what was asked; a test answers when it wants. */
public final class FakeWhatIf implements WhatIfService {
    /** Questions in order. */
    public final List<List<Hypothesis>> asked = new CopyOnWriteArrayList<>();

    /** The answers that are waited for, in the same order. */
    public final List<CompletableFuture<WhatIfResult>> answers = new CopyOnWriteArrayList<>();

    @Override
    public CompletableFuture<WhatIfResult> ask(Cluster cluster, List<Hypothesis> hypotheses) {
        asked.add(hypotheses);
        answers.add(new CompletableFuture<>());
        return answers.getLast();
    }
}
