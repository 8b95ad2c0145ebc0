// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import podium.core.metrics.PrometheusTarget;
import podium.core.metrics.PrometheusTarget.Auth;
import podium.ui.texts.Texts;
import podium.ui.toolkit.AccessibleName;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.UiServices;
import podium.ui.toolkit.WidgetText;

/** Asks for the address of a Prometheus and how to show who asks. */
public final class PrometheusDialog extends ConsoleDialog {
    private final String cluster;
    private Optional<Text> address = Optional.empty();
    private Optional<Text> user = Optional.empty();
    private Optional<Text> secret = Optional.empty();
    private Optional<Text> authority = Optional.empty();
    private Optional<Label> problem = Optional.empty();
    private Optional<PrometheusTarget> target = Optional.empty();

    /** @param cluster name of the cluster whose devices it measures */
    public PrometheusDialog(Shell parent, UiServices services, String cluster) {
        super(
                parent,
                services,
                Texts.of("PrometheusDialog.addAPrometheusTo", cluster),
                Texts.of("PrometheusDialog.add"),
                new Point(560, 400));
        this.cluster = cluster;
    }

    /** Opens the dialog; empty when it was cancelled. */
    public Optional<PrometheusTarget> ask() {
        return open() == OK ? target : Optional.empty();
    }

    @Override
    protected void fill(Composite parent) {
        text(parent, Texts.of("PrometheusDialog.podiumAsksItFor", cluster), Name.TEXT);
        address = Optional.of(
                field(parent, Texts.of("PrometheusDialog.address"), "https://prometheus.example:9090", SWT.NONE));
        user = Optional.of(
                field(parent, Texts.of("PrometheusDialog.user"), Texts.of("PrometheusDialog.emptyNoneOrA"), SWT.NONE));
        secret = Optional.of(field(
                parent,
                Texts.of("PrometheusDialog.passwordTokenOrFile"),
                Texts.of("PrometheusDialog.keptInMemoryUntil"),
                SWT.PASSWORD));
        authority = Optional.of(field(
                parent,
                Texts.of("PrometheusDialog.fileOfItsCertificate"),
                Texts.of("PrometheusDialog.emptyThoseOfThe"),
                SWT.NONE));
        problem = Optional.of(text(parent, "", Name.CRITICAL));
        enable(false);
    }

    private Text field(Composite parent, String words, String hint, int style) {
        heading(parent, words);
        Text text = new Text(parent, SWT.BORDER | SWT.SINGLE | style);
        services().theme().dress(text);
        text.setMessage(hint);
        text.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        text.addModifyListener(event -> check());
        AccessibleName.name(text, () -> words, text::getText);
        return text;
    }

    private void check() {
        String words = "";
        target = Optional.empty();
        try {
            Optional<Path> file = entered(authority).map(Path::of);
            Auth auth = auth();
            Optional<Path> token =
                    auth instanceof Auth.BearerFile(Path tokens) ? Optional.of(tokens) : Optional.empty();
            Optional<Path> missing = Stream.of(token, file)
                    .flatMap(Optional::stream)
                    .filter(wanted -> !Files.isRegularFile(wanted) || !Files.isReadable(wanted))
                    .findFirst();
            if (missing.isPresent()) {
                words = Texts.of("PrometheusDialog.thereIsNoFile", missing.get());
            } else if (entered(address).isPresent()) {
                target = Optional.of(new PrometheusTarget(
                        PrometheusTarget.address(entered(address).get()), auth, file));
            }
        } catch (IllegalArgumentException e) {
            words = e.getMessage() == null ? Texts.of("PrometheusDialog.thisIsNotAn") : e.getMessage();
        }
        String said = words;
        problem.ifPresent(label -> {
            WidgetText.set(label, said);
            label.getParent().layout(true);
        });
        enable(target.isPresent());
    }

    private Auth auth() {
        String word = secret.map(Text::getText).orElse("");
        Optional<String> name = entered(user);
        if (name.isPresent()) {
            return new Auth.Basic(name.get(), word);
        } else if (word.startsWith("file:")) {
            return new Auth.BearerFile(Path.of(word.substring("file:".length())));
        }
        return word.isBlank() ? new Auth.None() : new Auth.Bearer(word.strip());
    }

    private static Optional<String> entered(Optional<Text> field) {
        return field.map(text -> text.getText().strip()).filter(words -> !words.isEmpty());
    }
}
