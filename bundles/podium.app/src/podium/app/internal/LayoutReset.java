// SPDX-License-Identifier: Apache-2.0
package podium.app.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.MElementContainer;
import org.eclipse.e4.ui.model.application.ui.MUIElement;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.model.application.ui.basic.MPartStack;
import org.eclipse.e4.ui.model.application.ui.basic.MStackElement;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.model.application.ui.basic.MWindowElement;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.emf.ecore.resource.impl.ResourceSetImpl;

/**
 * Puts the parts of a window back to where they stand at the first start: those that were moved, minimized, maximized, or taken
 * out into a window of their own. What is in them stays as it is; so do place and size of the window. UI thread.
 */
public final class LayoutReset {
    /** Of the e4 add-on that minimizes: each brings a stack back when it is taken off. */
    private static final List<String> SIZED = List.of("Maximized", "MinimizedByZoom", "Minimized");

    private LayoutReset() {}

    /** Takes the layout from the model of the product. */
    public static void reset(MApplication application, URI definition, Consumer<MPart> activate) {
        ResourceSet known = ((EObject) application).eResource().getResourceSet();
        // at the first start the one of the window is the product's own, by this very name
        ResourceSet apart = new ResourceSetImpl();
        apart.setPackageRegistry(known.getPackageRegistry());
        apart.setResourceFactoryRegistry(known.getResourceFactoryRegistry());
        MApplication product =
                (MApplication) apart.getResource(definition, true).getContents().getFirst();
        for (MWindow made : List.copyOf(product.getChildren())) {
            application.getChildren().stream()
                    .filter(window -> made.getElementId().equals(window.getElementId()))
                    .forEach(window -> reset(window, made, activate));
        }
    }

    /**
     * Makes the layout of a window that of another one, which has none then.
     *
     * @param activate called with the part that is in front at the first start
     */
    static void reset(MWindow window, MWindow made, Consumer<MPart> activate) {
        for (String tag : SIZED) {
            all((EObject) window, MUIElement.class).stream()
                    .filter(element -> element.getTags().contains(tag))
                    .forEach(element -> element.getTags().remove(tag));
        }
        Map<String, MPart> live = all((EObject) window, MPart.class).stream()
                .collect(Collectors.toMap(MPart::getElementId, part -> part, (first, again) -> first));
        List<MWindowElement> old = List.copyOf(window.getChildren());
        List<Filling> fillings = all((EObject) made, MPartStack.class).stream()
                .map(stack -> Filling.taken(stack, live))
                .toList();
        window.getChildren().addAll(List.copyOf(made.getChildren()));
        fillings.forEach(Filling::move);
        old.forEach(element -> element.setToBeRendered(false));
        window.getChildren().removeAll(old);
        List<MWindow> apart = List.copyOf(window.getWindows());
        apart.forEach(element -> element.setToBeRendered(false));
        window.getWindows().removeAll(apart);
        fillings.reversed().stream()
                .flatMap(filling -> filling.front().stream())
                .findFirst()
                .ifPresent(activate);
    }

    /**
     * A stack and the parts that come into it: they are moved only once the stack is in the window, so that what is in them is
     * never without a place.
     */
    private record Filling(MPartStack stack, List<MPart> parts, Optional<MPart> front) {
        static Filling taken(MPartStack stack, Map<String, MPart> live) {
            List<MPart> parts = all((EObject) stack, MPart.class).stream()
                    .map(part -> live.getOrDefault(part.getElementId(), part))
                    .toList();
            MStackElement chosen = stack.getSelectedElement();
            Optional<MPart> front = parts.stream()
                    .filter(part -> chosen == null || part.getElementId().equals(chosen.getElementId()))
                    .findFirst();
            stack.setSelectedElement(null);
            stack.getChildren().clear();
            return new Filling(stack, parts, front);
        }

        void move() {
            for (MPart part : parts) {
                deselect(part);
                stack.getChildren().add(part);
            }
            front.ifPresent(stack::setSelectedElement);
        }

        /** What is selected must lie in what it is selected of. */
        @SuppressWarnings({"unchecked", "rawtypes"}) // a container of any elements
        private static void deselect(MUIElement element) {
            MElementContainer parent = element.getParent();
            if (parent != null && parent.getSelectedElement() == element) {
                parent.setSelectedElement(null);
            }
        }
    }

    private static <T> List<T> all(EObject root, Class<T> type) {
        Iterable<EObject> contents = root::eAllContents;
        return StreamSupport.stream(contents.spliterator(), false)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}
