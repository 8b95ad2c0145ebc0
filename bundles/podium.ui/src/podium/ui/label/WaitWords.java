// SPDX-License-Identifier: Apache-2.0
package podium.ui.label;

import java.time.Instant;
import podium.placement.Obstacle;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Formats;

/** What a job waits for, in words: what others said of it with when they did. */
public final class WaitWords {
    private WaitWords() {}

    /** For where it is worded anew as time goes on: "the cluster said 3 min ago: ...". */
    public static String aged(Obstacle obstacle, Instant now) {
        return obstacle.said()
                .map(said -> Texts.of("WaitWords.theClusterSaid", Formats.ago(said.at(), now), said.sentence()))
                .orElse(obstacle.words());
    }

    /** For where it stays as it was worded: "the cluster said at 2026-11-29 18:00:01: ...". */
    public static String timed(Obstacle obstacle) {
        return obstacle.said()
                .map(said -> Texts.of("WaitWords.theClusterSaidAt", Formats.time(said.at()), said.sentence()))
                .orElse(obstacle.words());
    }
}
