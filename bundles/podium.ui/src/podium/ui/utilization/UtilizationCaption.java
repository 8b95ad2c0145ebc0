// SPDX-License-Identifier: Apache-2.0
package podium.ui.utilization;

import java.time.Duration;
import java.time.Instant;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Formats;

/** What is shown, of how many, from where, and how old it is: the line above the charts. Pure; any thread. */
final class UtilizationCaption {
    private UtilizationCaption() {}

    private static String ordinal(int number) {
        boolean teen = number / 10 % 10 == 1;
        return Formats.count(number)
                + switch (teen ? 0 : number % 10) {
                    case 1 -> Texts.of("UtilizationCaption.st");
                    case 2 -> Texts.of("UtilizationCaption.nd");
                    case 3 -> Texts.of("UtilizationCaption.rd");
                    default -> Texts.of("UtilizationCaption.th");
                };
    }

    /** The line for an answer that has a newest sample. */
    static String of(String what, UtilizationQuery question, UtilizationQuery.Answer answer, Instant now) {
        int all = question.devices().size();
        StringBuilder caption = new StringBuilder(what).append(": ").append(Formats.counted(all, question.word()));
        if (answer.asked() < all) {
            caption.append(Texts.of("UtilizationCaption.every"))
                    .append(ordinal(all / answer.asked()))
                    .append(Texts.of("UtilizationCaption.asked"));
        }
        HeatMap heat = answer.heat();
        if (heat.all() > heat.rows().size()) {
            caption.append(Texts.of("UtilizationCaption.heatMapOfThe"))
                    .append(Formats.count(heat.rows().size()))
                    .append(Texts.of("UtilizationCaption.of"))
                    .append(Formats.counted(heat.all(), "node"));
        }
        Instant newest = Instant.ofEpochMilli(answer.newest().orElseThrow());
        return caption.append(Texts.of(
                        "UtilizationCaption.meanBandFromMinimum",
                        answer.asked() >= Curves.LEAST_SPREAD ? Texts.of("UtilizationCaption.darkerPToP") : ""))
                .append(Formats.span(Duration.between(newest, now)))
                .append(Texts.of("UtilizationCaption.old"))
                .toString();
    }
}
