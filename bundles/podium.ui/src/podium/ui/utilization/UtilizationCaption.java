// SPDX-License-Identifier: Apache-2.0
package podium.ui.utilization;

import java.time.Duration;
import java.time.Instant;
import podium.ui.toolkit.Formats;

/** What is shown, of how many, from where, and how old it is: the line above the charts. Pure; any thread. */
final class UtilizationCaption {
    private UtilizationCaption() {}

    private static String ordinal(int number) {
        boolean teen = number / 10 % 10 == 1;
        return Formats.count(number)
                + switch (teen ? 0 : number % 10) {
                    case 1 -> "st";
                    case 2 -> "nd";
                    case 3 -> "rd";
                    default -> "th";
                };
    }

    /** The line for an answer that has a newest sample. */
    static String of(String what, UtilizationQuery question, UtilizationQuery.Answer answer, Instant now) {
        int all = question.devices().size();
        StringBuilder caption = new StringBuilder(what).append(": ").append(Formats.counted(all, question.word()));
        if (answer.asked() < all) {
            caption.append(", every ").append(ordinal(all / answer.asked())).append(" asked");
        }
        HeatMap heat = answer.heat();
        if (heat.all() > heat.rows().size()) {
            caption.append(", heat map of the first ")
                    .append(Formats.count(heat.rows().size()))
                    .append(" of ")
                    .append(Formats.counted(heat.all(), "node"));
        }
        Instant newest = Instant.ofEpochMilli(answer.newest().orElseThrow());
        return caption.append(", mean, band from minimum to maximum"
                        + (answer.asked() >= Curves.LEAST_SPREAD ? ", darker p10 to p90" : "")
                        + ". From the cluster's sources, ")
                .append(Formats.span(Duration.between(newest, now)))
                .append(" old.")
                .toString();
    }
}
