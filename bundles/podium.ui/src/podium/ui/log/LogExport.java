// SPDX-License-Identifier: Apache-2.0
package podium.ui.log;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.swt.widgets.Shell;
import podium.core.failure.FailureText;
import podium.core.log.LogIndex;
import podium.core.log.LogLine;
import podium.core.log.LogTime;
import podium.ui.prompt.Dialogs;
import podium.ui.prompt.InputPrompt;
import podium.ui.texts.Texts;
import podium.ui.toolkit.SaveFile;
import podium.ui.toolkit.UiServices;

/** Lines of a log as text: copied, saved; and the line of a time. UI thread. */
record LogExport(Dialogs dialogs, UiServices services) {
    /** A line as it is copied and saved: rank, time, text. */
    private static String text(LogSession log, LogLine line) {
        String time = line.time() == 0 ? "" : LogTime.instant(line.time()) + " ";
        String label = line.source() < 0 ? "" : "[" + log.label(line.source()) + "] ";
        return label + time + line.text();
    }

    /** The selected lines. */
    static String text(LogSession log, LogSelection selection) {
        StringBuilder text = new StringBuilder();
        LogIndex index = log.index();
        if (selection.anchor() >= 0) {
            int size = index.size();
            for (int i = index.placeOf(selection.first()); i < size && index.numberAt(i) <= selection.last(); i++) {
                LogLine line = log.ring().get(index.numberAt(i));
                if (line != null) {
                    text.append(text(log, line)).append('\n');
                }
            }
        }
        return text.toString();
    }

    /** Writes the lines that are shown to a file that is asked for, in the background. */
    void save(Shell shell, LogSession log) {
        String title = Texts.of("LogExport.saveTheLog");
        String name = SaveFile.name(log.target().jobs().getFirst().getName(), List.of(), ".log");
        SaveFile.ask(shell, title, name, Map.of("*.log", Texts.of("LogExport.logs")))
                .ifPresent(chosen -> services.background()
                        .run(
                                () -> write(log, chosen),
                                written -> SaveFile.saved(services, chosen),
                                problem -> dialogs.refuse(
                                        title,
                                        Texts.of("LogExport.couldNotBeWritten", chosen, FailureText.sentence(problem)),
                                        Texts.of("LogExport.chooseAnotherPlace"))));
    }

    /** How many lines were written. */
    static long write(LogSession log, Path file) throws IOException {
        LogIndex index = log.index();
        long written = 0;
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            long last = log.ring().next();
            for (int i = 0; i < index.size(); i++) {
                long number = index.numberAt(i);
                LogLine line = log.ring().get(number);
                if (number >= last) {
                    break;
                }
                if (line != null) {
                    out.write(text(log, line));
                    out.newLine();
                    written++;
                }
            }
        }
        return written;
    }

    /** Asks for a time and goes to the first line that is not earlier. */
    void jump(LogSession log, LogView view) {
        InputPrompt question = new InputPrompt(
                Texts.of("LogExport.goToATime"),
                Texts.of("LogExport.localTimeSuchAs"),
                Texts.of("LogExport.go"),
                "",
                List.of(),
                typed -> time(typed).isPresent() ? Optional.empty() : Optional.of(Texts.of("LogExport.typeATimeSuch")));
        dialogs.ask(question, typed -> time(typed).ifPresent(time -> {
            ZonedDateTime now = services.clock().instant().atZone(ZoneId.systemDefault());
            LocalDate day = time.isAfter(now.toLocalTime()) ? now.toLocalDate().minusDays(1) : now.toLocalDate();
            view.reveal(line(
                    log, LogTime.nanos(day.atTime(time).atZone(now.getZone()).toInstant())));
        }));
    }

    private static Optional<LocalTime> time(String typed) {
        try {
            return Optional.of(LocalTime.parse(typed.strip().length() == 4 ? "0" + typed.strip() : typed.strip()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The number of the first line shown that was not written earlier; lines are nearly in the order of time. */
    static long line(LogSession log, long time) {
        int low = 0;
        int high = log.index().size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            LogLine line = log.ring().get(log.index().numberAt(middle));
            if (line == null || line.time() < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return log.index().size() == 0
                ? 0
                : log.index().numberAt(Math.min(low, log.index().size() - 1));
    }
}
