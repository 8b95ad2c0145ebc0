// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog;

import podium.operation.drain.DrainForecast;
import podium.operation.drain.DrainPreview;
import podium.ui.label.FleetLabels;
import podium.ui.toolkit.Formats;

/** How long a drain takes and where it first stops, in words. */
final class ForecastText {
    private ForecastText() {}

    /** 3 waves. At most 4 min if every grace period is used up. First stop: ... */
    static String of(DrainPreview preview) {
        if (!preview.doubts().isEmpty()) {
            return "How long it takes, and whether it ends, cannot be told.";
        }
        DrainForecast forecast = preview.forecast();
        String waves =
                preview.waves().size() > 1 ? Formats.count(preview.waves().size()) + " waves. " : "";
        String time = forecast.atMost()
                .map(span -> span.isZero()
                        ? "Nothing is waited for."
                        : "About " + Formats.span(span)
                                + " if every grace period is used up and a replacement is healthy after "
                                + Formats.span(DrainForecast.READY) + ".")
                .orElse("It would never end.");
        return waves + time + forecast.firstStop().map(stop -> " " + stop(stop)).orElse("");
    }

    private static String stop(DrainForecast.Stop stop) {
        String when = stop.after().isZero() ? "at the start" : "after " + Formats.span(stop.after());
        return "First stop " + when + ": budget " + stop.budget() + " refuses " + FleetLabels.name(stop.task())
                + (stop.forever() ? ", for good." : ", for a while.");
    }
}
