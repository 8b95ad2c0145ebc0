// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import podium.ui.manifest.ManifestFiles;
import podium.ui.texts.Texts;

/** Asks for files of manifests. */
final class ManifestChooser {
    private ManifestChooser() {}

    /** Empty: none was chosen. */
    static Optional<List<Path>> open(Shell parent) {
        FileDialog files = new FileDialog(parent, SWT.OPEN | SWT.MULTI);
        files.setText(Texts.of("ManifestChooser.openManifests"));
        files.setFilterExtensions(ManifestFiles.patterns());
        files.setFilterNames(
                new String[] {Texts.of("ManifestChooser.manifestsYamlJson"), Texts.of("OpenSnapshotHandler.allFiles")});
        @Nullable String chosen = files.open();
        return Optional.ofNullable(chosen)
                .map(any -> Path.of(files.getFilterPath()))
                .map(folder ->
                        Stream.of(files.getFileNames()).map(folder::resolve).toList());
    }
}
