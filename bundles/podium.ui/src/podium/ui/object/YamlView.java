// SPDX-License-Identifier: Apache-2.0
package podium.ui.object;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ToolItem;
import podium.core.api.ObjectReader;
import podium.core.api.ObjectRef;
import podium.core.change.ClusterId;
import podium.core.json.YamlText;
import podium.operation.secret.Redaction;
import podium.operation.secret.YamlRedaction;
import podium.ui.label.GoneObjects;
import podium.ui.texts.Texts;
import podium.ui.toolkit.ClipboardText;
import podium.ui.toolkit.EmptyState;
import podium.ui.toolkit.HiddenValues;
import podium.ui.toolkit.Icon;
import podium.ui.toolkit.PartToolbar;
import podium.ui.toolkit.Repaint;
import podium.ui.toolkit.SafeText;
import podium.ui.toolkit.UiServices;
import podium.ui.toolkit.WidgetText;

/**
 * An object as YAML, read again while it is seen: what looks like a secret and what the server keeps for itself are shown only when asked
 * for. UI thread.
 */
public final class YamlView {
    private static final Duration TICK = Duration.ofMillis(500);

    private final ReadPace pace;
    private final Composite box;
    private final PartToolbar toolbar;
    private final HiddenValues hidden;
    private final Label status;
    private final EmptyState empty;
    private final StyledText text;
    private final ToolItem copy;
    private final ToolItem secrets;
    private final ToolItem managed;
    private Shown shown = Shown.NONE;
    private boolean following;
    private ClusterId cluster = new ClusterId("");
    private String name = "";
    private boolean clear;
    private int begun;

    /**
     * An object as it is shown.
     *
     * @param json as the server sent it; empty: there is none
     * @param yaml without managedFields
     * @param whole with them
     * @param gone why there is none
     */
    public record Shown(String json, String yaml, String whole, String gone) {
        private static final Shown NONE = new Shown("", "", "", "");

        /**
         * Reads an object and makes its texts; for a thread in the background.
         *
         * @param uid of the object; empty: whichever is there
         */
        public static Shown read(ObjectReader reader, ObjectRef ref, String uid) throws IOException {
            Optional<String> found = reader.read(ref);
            return GoneObjects.words(uid, found)
                    .map(why -> new Shown("", "", "", why))
                    .orElseGet(() -> found.map(json -> new Shown(json, YamlText.object(json), YamlText.whole(json), ""))
                            .orElse(NONE));
        }
    }

    /**
     * A view of no object yet.
     *
     * @param reload reads the object as if it were another one
     * @param follow reads it again and answers with {@link #show}, {@link #clear} or {@link #stay}
     */
    public YamlView(Composite parent, UiServices services, Runnable reload, Runnable follow) {
        pace = new ReadPace(services.clock());
        hidden = services.hidden();
        box = services.theme().dress(new Composite(parent, SWT.NONE));
        toolbar = PartToolbar.above(box, services.theme());
        status = toolbar.label("", true);
        copy = toolbar.button(Icon.COPY, "", Texts.of("YamlView.copyAllWithoutThe"), this::copy);
        managed = toolbar.check(
                Texts.of("YamlView.managed"), Texts.of("YamlView.showManagedfieldsWhichManager"), this::fill);
        secrets = toolbar.check(Texts.of("YamlView.secrets"), Texts.of("YamlView.showValuesThatLook"), this::ask);
        toolbar.button(Icon.RETRY, Texts.of("YamlView.reload"), Texts.of("YamlView.readTheObjectAgain"), reload);
        empty = new EmptyState(box, services.theme());
        empty.stack().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        text = YamlField.reader(empty.stack(), services.theme(), Texts.of("YamlView.yaml"))
                .text();
        Repaint.every(box, TICK, () -> {
            if (box.isVisible() && !following && !shown.json().isEmpty() && pace.isDue()) {
                following = true;
                pace.begin();
                follow.run();
            }
        });
    }

    public Control control() {
        return box;
    }

    /**
     * Begins with another object: nothing is shown before it is read, and secrets are hidden again.
     *
     * @param called what it is, for the journal
     */
    public void begin(ClusterId of, String called) {
        cluster = of;
        name = called;
        begun++;
        clear = false;
        secrets.setSelection(false);
        pace.begin();
        clear(Texts.of("YamlView.reading"));
    }

    /** Shows nothing, and why. */
    public void clear(String why) {
        if (!box.isDisposed()) {
            clear();
            empty.why(why, "");
        }
    }

    /** Shows nothing, and why, with a button in its place. */
    void clear(String why, String words, Runnable act) {
        clear();
        empty.why(why, words, act);
    }

    private void clear() {
        following = false;
        shown = Shown.NONE;
        fill();
        enable(false);
    }

    /** Shows an object, or why there is none. */
    public void show(Shown read) {
        if (!read.gone().isEmpty()) {
            clear(read.gone());
        } else if (!box.isDisposed()) {
            answered();
            if (!read.equals(shown)) {
                shown = read;
                fill();
            }
            enable(true);
            empty.content(text);
        }
    }

    /** What is shown stays though it could not be read again, and it is said why. */
    public void stay(String why) {
        answered();
        say(why);
    }

    private void answered() {
        following = false;
        pace.end();
    }

    /** What changes how an object is shown is grey while none is. */
    private void enable(boolean on) {
        managed.setEnabled(on);
        secrets.setEnabled(on);
        copy.setEnabled(on);
    }

    /** Secrets are shown once the journal says that they are. */
    private void ask() {
        int asked = ++begun;
        clear = false;
        fill();
        if (secrets.getSelection()) {
            hidden.show(cluster, name, () -> answer(asked, ""), why -> answer(asked, why));
        }
    }

    private void answer(int asked, String problem) {
        if (asked == begun && !box.isDisposed()) {
            clear = problem.isEmpty();
            secrets.setSelection(clear);
            fill();
            say(problem);
        }
    }

    private void fill() {
        String full = managed.getSelection() ? shown.whole() : shown.yaml();
        String words = SafeText.lines(clear ? full : YamlRedaction.of(full));
        if (!words.equals(text.getText())) {
            Point from = new Point(text.getHorizontalPixel(), text.getTopPixel());
            Point marked = text.getSelection();
            text.setText(words);
            text.setSelection(Math.min(marked.x, words.length()), Math.min(marked.y, words.length()));
            text.setHorizontalPixel(from.x);
            text.setTopPixel(from.y);
        }
        say("");
    }

    private void copy() {
        String full = managed.getSelection() ? shown.whole() : shown.yaml();
        String clean = YamlRedaction.of(full);
        ClipboardText.copy(text.getDisplay(), SafeText.lines(clean));
        if (!clean.equals(full)) {
            say(Texts.of("YamlView.copiedSecretsAs", Redaction.MARK));
        }
    }

    /** Says something about the object. */
    public void say(String words) {
        if (!box.isDisposed() && WidgetText.set(status, words)) {
            WidgetText.wholeTip(status, words);
            toolbar.control().layout(true);
        }
    }
}
