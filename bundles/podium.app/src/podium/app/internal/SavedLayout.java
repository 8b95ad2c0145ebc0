// SPDX-License-Identifier: Apache-2.0
package podium.app.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import podium.app.texts.Texts;
import podium.core.file.UnreadableFile;
import podium.core.file.Workspace;

/**
 * The file in which the workbench keeps the layout of the window. Where it cannot be read, the workbench opens as at the first
 * start and writes over it at the end; what was in it is put aside before.
 */
public final class SavedLayout {
    /** In the workspace; the place is that of {@code ResourceHandler} of the e4 workbench. */
    static final Path FILE = Path.of(".metadata", ".plugins", "org.eclipse.e4.workbench", "workbench.xmi");

    private final Path file;

    /** @param workspace the folder of the settings */
    public SavedLayout(Path workspace) {
        this.file = workspace.resolve(FILE);
    }

    /** The layout of this process, by the Equinox instance area; empty: it has none. */
    public static Optional<SavedLayout> find() {
        return Workspace.folder().map(SavedLayout::new);
    }

    /**
     * Puts a file aside that the workbench could not read.
     *
     * @return what to tell the operator; empty: there is no such file
     */
    public Optional<String> putAside() {
        return Files.exists(file)
                ? Optional.of(Texts.of(
                        "SavedLayout.theSavedLayoutCould",
                        UnreadableFile.putAside(file).words()))
                : Optional.empty();
    }
}
