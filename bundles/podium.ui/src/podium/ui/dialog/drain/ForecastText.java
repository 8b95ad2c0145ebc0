// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog.drain;

import java.time.Duration;
import podium.operation.drain.DrainForecast;
import podium.operation.drain.DrainPreview;
import podium.ui.label.FleetLabels;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Formats;

/** How long a drain takes and where it first stops, in words. */
public final class ForecastText {
    private ForecastText() {}

    /** 3 waves. At most 4 min if every grace period is used up. First stop: ... */
    public static String of(DrainPreview preview) {
        if (!preview.doubts().isEmpty()) {
            return Texts.of("ForecastText.howLongItTakes");
        }
        DrainForecast forecast = preview.forecast();
        String waves = preview.waves().size() > 1
                ? Texts.of("ForecastText.waves", Formats.count(preview.waves().size()))
                : "";
        if (!preview.blockers().isEmpty()) {
            return Texts.of(
                    "ForecastText.thisDrainCannotFinish",
                    waves,
                    preview.blockers().size() == 1
                            ? Texts.of("ForecastText.somethingBlocksIt")
                            : Texts.of(
                                    "ForecastText.thingsBlockIt",
                                    Formats.count(preview.blockers().size())));
        }
        if (forecast.atMost().isEmpty()) {
            return Texts.of(
                    "ForecastText.thisDrainCannotFinish2",
                    waves,
                    forecast.firstStop()
                            .map(stop -> Texts.of(
                                    "ForecastText.budgetBlocksPod", stop.budget(), FleetLabels.name(stop.task())))
                            .orElse("."));
        }
        Duration span = forecast.atMost().get();
        String time = span.isZero()
                ? Texts.of("ForecastText.thereIsNothingTo")
                : Texts.of("ForecastText.aboutIfEveryGrace", Formats.span(span), Formats.span(DrainForecast.READY));
        return waves + time + forecast.firstStop().map(stop -> " " + stop(stop)).orElse("");
    }

    private static String stop(DrainForecast.Stop stop) {
        String when = stop.after().isZero()
                ? Texts.of("ForecastText.atTheStart")
                : Texts.of("ForecastText.after", Formats.span(stop.after()));
        return Texts.of("ForecastText.itWaitsBudgetDoes", when, stop.budget(), FleetLabels.name(stop.task()));
    }
}
