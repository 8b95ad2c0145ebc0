// SPDX-License-Identifier: Apache-2.0
package podium.ui.utilization;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Formats;

/** What is shown, of how many, from where, and how old it is: the line above the charts. Pure; any thread. */
final class UtilizationCaption {
    private UtilizationCaption() {}

    /**
     * The line for an answer that has a newest sample.
     *
     * @param then as it was at 12:43, of a snapshot
     */
    static String of(
            String what,
            UtilizationQuery question,
            UtilizationQuery.Answer answer,
            Instant now,
            Optional<String> then) {
        int all = question.devices().size();
        List<String> parts = new ArrayList<>();
        parts.add(Formats.counted(all, question.word()));
        if (answer.asked() < all) {
            parts.add(Texts.of("UtilizationCaption.oneInIsRead", Formats.count(all / answer.asked())));
        }
        HeatMap heat = answer.heat();
        if (heat.all() > heat.rows().size()) {
            parts.add(Texts.of(
                    "UtilizationCaption.heatMapOfTheFirst",
                    Formats.count(heat.rows().size()),
                    Formats.counted(heat.all(), "node")));
        }
        if (answer.asked() >= Curves.LEAST_SPREAD) {
            parts.add(Texts.of("UtilizationCaption.meanBandAndSpread"));
        } else if (answer.asked() > 1) {
            parts.add(Texts.of("UtilizationCaption.meanAndBand"));
        } else if (answer.curves().values().stream()
                .anyMatch(curve -> Arrays.stream(curve.count()).anyMatch(readings -> readings > 1))) {
            parts.add(Texts.of("UtilizationCaption.meanAndBandOfItsReadings"));
        }
        Instant newest = Instant.ofEpochMilli(answer.newest().orElseThrow());
        String said = String.join(", ", parts);
        return then.map(words -> Texts.of("UtilizationCaption.fromTheSourcesThen", what, said, words))
                .orElseGet(() -> Texts.of(
                        "UtilizationCaption.fromTheSources", what, said, Formats.span(Duration.between(newest, now))));
    }
}
