// SPDX-License-Identifier: Apache-2.0
package podium.app.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.e4.ui.internal.workbench.E4XMIResourceFactory;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.MApplicationElement;
import org.eclipse.e4.ui.model.application.impl.ApplicationPackageImpl;
import org.eclipse.e4.ui.model.fragment.impl.FragmentPackageImpl;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.emf.ecore.resource.impl.ResourceSetImpl;

/** The application model of the checkout with all fragments, as files, not merged. */
public final class Models {
    private final List<Resource> resources = new ArrayList<>();

    Models() {
        ApplicationPackageImpl.init();
        FragmentPackageImpl.init();
        ResourceSet set = new ResourceSetImpl();
        set.getResourceFactoryRegistry().getExtensionToFactoryMap().put("e4xmi", new E4XMIResourceFactory());
        for (Path file : files()) {
            resources.add(set.getResource(URI.createFileURI(file.toString()), true));
        }
    }

    /** The application model of the checkout, without fragments; another one at each call. */
    public static MApplication application() {
        return new Models()
                .resources.stream()
                        .map(resource -> resource.getContents().getFirst())
                        .filter(MApplication.class::isInstance)
                        .map(MApplication.class::cast)
                        .findFirst()
                        .orElseThrow();
    }

    /** What the product is, as a plugin.xml. */
    public static String product() {
        try {
            return Files.readString(Checkout.root().resolve("bundles/podium.app/plugin.xml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every {@code .e4xmi} of the bundles. */
    static List<Path> files() {
        return Checkout.children(Checkout.root().resolve("bundles")).stream()
                .filter(Files::isDirectory)
                .flatMap(bundle -> Checkout.children(bundle).stream())
                .filter(file -> file.toString().endsWith(".e4xmi"))
                .toList();
    }

    List<Resource> resources() {
        return resources;
    }

    /** All elements of one type, of the application and of every fragment. */
    <T> Stream<T> all(Class<T> type) {
        return resources.stream()
                .flatMap(Models::contents)
                .filter(type::isInstance)
                .map(type::cast);
    }

    /** For messages: what an element is called and where it is. */
    static String name(Object element) {
        String id = element instanceof MApplicationElement known ? known.getElementId() : "?";
        String file = element instanceof EObject object && object.eResource() != null
                ? object.eResource()
                        .getURI()
                        .segment(object.eResource().getURI().segmentCount() - 2)
                : "?";
        return id + " in " + file;
    }

    private static Stream<EObject> contents(Resource resource) {
        Iterable<EObject> contents = resource::getAllContents;
        return StreamSupport.stream(contents.spliterator(), false);
    }
}
