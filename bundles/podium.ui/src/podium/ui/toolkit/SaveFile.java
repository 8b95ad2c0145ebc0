// SPDX-License-Identifier: Apache-2.0
package podium.ui.toolkit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import podium.core.file.Home;
import podium.ui.texts.Texts;

/** Asks for the file that something is saved to, where people look for it and under a name that tells it from others. UI thread. */
public final class SaveFile {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmm", Locale.ROOT);

    private SaveFile() {}

    /**
     * Asks for a file; empty: nothing is to be saved.
     *
     * @param name that is proposed
     * @param forms the pattern of each form to what it is called
     */
    public static Optional<Path> ask(Shell shell, String title, String name, Map<String, String> forms) {
        FileDialog files = new FileDialog(shell, SWT.SAVE);
        WidgetText.title(files, title);
        files.setFilterPath(folder().toString());
        files.setFileName(name);
        files.setFilterExtensions(forms.keySet().toArray(String[]::new));
        files.setFilterNames(forms.values().toArray(String[]::new));
        files.setOverwrite(true);
        return Optional.ofNullable(files.open()).map(Path::of);
    }

    /** Says in the status line that it is saved. */
    public static void saved(UiServices services, Path file) {
        services.message().say(Texts.of("SaveFile.saved", file));
    }

    /** Where people look for what they saved. */
    public static Path folder() {
        Path home = Home.folder();
        Path documents = home.resolve("Documents");
        return Files.isDirectory(documents) ? documents : home;
    }

    /**
     * A name for a file of now: what it is, of which clusters, and when: jobs-lab-2026-11-28-1243.csv.
     *
     * @param what it is; empty: the clusters themselves
     * @param clusters that it is of, of which two are named
     */
    public static String name(String what, List<String> clusters, String ending) {
        return name(what, clusters, ending, ZonedDateTime.now(ZoneId.systemDefault()));
    }

    static String name(String what, List<String> clusters, String ending, ZonedDateTime now) {
        String named = clusters.stream().limit(2).map(SaveFile::plain).collect(Collectors.joining("+"));
        return Stream.of(plain(what), named, TIME.format(now))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("-", "", ending));
    }

    private static String plain(String name) {
        return name.replaceAll("[^A-Za-z0-9._-]+", "-");
    }
}
