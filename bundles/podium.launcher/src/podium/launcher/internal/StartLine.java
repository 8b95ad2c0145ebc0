// SPDX-License-Identifier: Apache-2.0
package podium.launcher.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import podium.launcher.texts.Texts;

/**
 * The command line that the start script passes to the launcher.
 *
 * @param product the folder of the product
 * @param data the folder of its settings
 * @param application the arguments that are the application's
 */
record StartLine(Path product, Path data, String[] application) {

    /** @throws IllegalArgumentException when the product or the settings' folder is not named */
    static StartLine of(String... arguments) {
        if (arguments.length < 3 || !"-data".equals(arguments[1])) {
            throw new IllegalArgumentException(Texts.of("StartLine.usage"));
        }
        List<String> application = new ArrayList<>(List.of(arguments).subList(3, arguments.length));
        Path data = Path.of(arguments[2]);
        // the last one counts, as it does for the Eclipse launcher
        for (int at = application.indexOf("-data"); at >= 0; at = application.indexOf("-data")) {
            if (at + 1 == application.size()) {
                throw new IllegalArgumentException(Texts.of("StartLine.dataNeedsAFolder"));
            }
            data = Path.of(application.remove(at + 1));
            application.remove(at);
        }
        if (application.remove("-consoleLog")) {
            System.setProperty("eclipse.consoleLog", "true");
        }
        return new StartLine(
                Path.of(arguments[0]).toAbsolutePath().normalize(),
                data.toAbsolutePath().normalize(),
                application.toArray(String[]::new));
    }

    Path plugins() {
        return product.resolve("plugins");
    }

    /** Where the framework keeps what it has resolved: beside the prepared classes, where that can be written. */
    Path configuration() {
        Path prepared = product.resolve(ClassesJar.FOLDER);
        return Files.isWritable(prepared) ? prepared.resolve("configuration") : data.resolve("configuration");
    }
}
