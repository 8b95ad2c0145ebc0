// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog.drain;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        List<String> sentences = new ArrayList<>();
        if (preview.waves().size() > 1) {
            sentences.add(
                    Texts.of("ForecastText.waves", Formats.count(preview.waves().size())));
        }
        int blockers = preview.blockers().size();
        if (blockers > 0) {
            sentences.add(
                    blockers == 1
                            ? Texts.of("ForecastText.cannotFinishSomethingBlocks")
                            : Texts.of("ForecastText.cannotFinishThingsBlock", Formats.count(blockers)));
        } else {
            time(preview, sentences);
        }
        return String.join(" ", sentences);
    }

    private static void time(DrainPreview preview, List<String> sentences) {
        DrainForecast forecast = preview.forecast();
        Optional<DrainForecast.Stop> first = forecast.firstStop();
        if (forecast.atMost().isEmpty()) {
            sentences.add(first.map(stop -> Texts.of(
                            "ForecastText.cannotFinishBudgetBlocks", stop.budget(), FleetLabels.name(stop.task())))
                    .orElse(Texts.of("ForecastText.cannotFinish")));
            return;
        }
        Duration span = forecast.atMost().get();
        sentences.add(
                span.isZero()
                        ? Texts.of("ForecastText.thereIsNothingTo")
                        : isAnyReplaced(preview)
                                ? Texts.of(
                                        "ForecastText.aboutIfEveryGrace",
                                        Formats.span(span),
                                        Formats.span(DrainForecast.READY))
                                : Texts.of("ForecastText.aboutIfEveryGraceAlone", Formats.span(span)));
        first.ifPresent(stop -> sentences.add(stop(stop)));
    }

    /** What has no place to go is not healthy after any time; what a budget waits for is. */
    private static boolean isAnyReplaced(DrainPreview preview) {
        return preview.forecast().firstStop().isPresent()
                || preview.pods().stream().anyMatch(pod -> pod.destination().isPresent());
    }

    private static String stop(DrainForecast.Stop stop) {
        String pod = FleetLabels.name(stop.task());
        return stop.after().isZero()
                ? Texts.of("ForecastText.atTheStartItWaits", stop.budget(), pod)
                : Texts.of("ForecastText.afterItWaits", Formats.span(stop.after()), stop.budget(), pod);
    }
}
