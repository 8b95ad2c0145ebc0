// SPDX-License-Identifier: Apache-2.0
package podium.ui.demo;

import java.nio.file.Path;
import org.eclipse.e4.ui.model.application.ui.basic.MBasicFactory;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import podium.model.fleet.Cluster;
import podium.ui.fake.FakeDialogs;
import podium.ui.fake.Stage;
import podium.ui.part.JobsPart;

/**
 * Shows one part with a made fleet and writes a picture of it: {@code Shots PART NODES light|dark WIDTH HEIGHT FILE}.
 */
public final class Shots {
    private Shots() {}

    public static void main(String[] arguments) {
        Display display = new Display();
        boolean dark = arguments[2].equals("dark");
        preferDark(dark);
        Stage stage = new Stage(display, dark, new FakeDialogs());
        int nodes = Integer.parseInt(arguments[1]);
        if (nodes > 0) {
            Cluster cluster = stage.made.cluster("ai-factory", nodes);
            stage.made.work(cluster);
        }
        Shell shell = new Shell(display, SWT.NO_TRIM);
        shell.setSize(Integer.parseInt(arguments[3]), Integer.parseInt(arguments[4]));
        show(arguments[0], shell, stage);
        shell.open();
        settle(display, 1500);
        picture(shell, Path.of(arguments[5]));
        display.dispose();
    }

    /** GTK's own widgets in the dark variant; SWT has no public way to ask for it in this version. */
    private static void preferDark(boolean dark) {
        try {
            Class.forName("org.eclipse.swt.internal.gtk.OS")
                    .getMethod("setDarkThemePreferred", boolean.class)
                    .invoke(null, dark);
        } catch (ReflectiveOperationException e) {
            System.err.println("no dark widgets on this platform: " + e.getMessage());
        }
    }

    private static void show(String part, Shell shell, Stage stage) {
        switch (part) {
            case "jobs" ->
                new JobsPart(
                        shell,
                        stage.fleet,
                        stage.selection,
                        stage.drags,
                        stage.acts,
                        stage.kit,
                        MBasicFactory.INSTANCE.createPart());
            default -> throw new IllegalArgumentException("no part " + part);
        }
    }

    private static void settle(Display display, int millis) {
        boolean[] over = {false};
        display.timerExec(millis, () -> over[0] = true);
        while (!over[0]) {
            if (!display.readAndDispatch()) {
                display.sleep();
            }
        }
    }

    private static void picture(Shell shell, Path file) {
        Image image = new Image(shell.getDisplay(), shell.getSize().x, shell.getSize().y);
        GC gc = new GC(shell);
        gc.copyArea(image, 0, 0);
        gc.dispose();
        ImageLoader loader = new ImageLoader();
        loader.data = new ImageData[] {image.getImageData()};
        loader.save(file.toString(), SWT.IMAGE_PNG);
        image.dispose();
    }

    /** Selects the first thing of a kind in the fleet. */
    static void select(Stage stage, EObject thing) {
        stage.selection.set(stage, java.util.List.of(thing));
    }
}
