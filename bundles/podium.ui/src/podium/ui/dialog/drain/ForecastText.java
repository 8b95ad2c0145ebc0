// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog.drain;

import java.time.Duration;
import podium.operation.drain.DrainForecast;
import podium.operation.drain.DrainPreview;
import podium.ui.label.FleetLabels;
import podium.ui.toolkit.Formats;

/** How long a drain takes and where it first stops, in words. */
public final class ForecastText {
    private ForecastText() {}

    /** 3 waves. At most 4 min if every grace period is used up. First stop: ... */
    public static String of(DrainPreview preview) {
        if (!preview.doubts().isEmpty()) {
            return "How long it takes, and whether it can finish, is not known.";
        }
        DrainForecast forecast = preview.forecast();
        String waves =
                preview.waves().size() > 1 ? Formats.count(preview.waves().size()) + " waves. " : "";
        if (!preview.blockers().isEmpty()) {
            return waves + "This drain cannot finish as it is: "
                    + (preview.blockers().size() == 1
                            ? "something blocks it."
                            : Formats.count(preview.blockers().size()) + " things block it.");
        }
        if (forecast.atMost().isEmpty()) {
            return waves + "This drain cannot finish"
                    + forecast.firstStop()
                            .map(stop ->
                                    ": budget " + stop.budget() + " blocks pod " + FleetLabels.name(stop.task()) + ".")
                            .orElse(".");
        }
        Duration span = forecast.atMost().get();
        String time = span.isZero()
                ? "There is nothing to wait for."
                : "About " + Formats.span(span)
                        + " if every grace period is used up and a replacement is healthy after "
                        + Formats.span(DrainForecast.READY) + ".";
        return waves + time + forecast.firstStop().map(stop -> " " + stop(stop)).orElse("");
    }

    private static String stop(DrainForecast.Stop stop) {
        String when = stop.after().isZero() ? "At the start" : "After " + Formats.span(stop.after());
        return when + " it waits: budget " + stop.budget() + " does not let pod " + FleetLabels.name(stop.task())
                + " go yet.";
    }
}
