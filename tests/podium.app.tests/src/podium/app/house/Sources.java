// SPDX-License-Identifier: Apache-2.0
package podium.app.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The Java sources of a bundle of the checkout, without what is generated: who imports whom. */
record Sources(String bundle, List<Source> files) {
    private static final Pattern IMPORT = Pattern.compile("(?m)^import (?:static )?((?:[a-z_]\\w*\\.)+)[A-Z]");
    private static final Pattern QUALIFIED = Pattern.compile("\\b((?:[a-z_]\\w*\\.)+[a-z_]\\w*)\\.[A-Z]");
    private static final Pattern CONTRIBUTED = Pattern.compile("(?:bundleclass://|platform:/plugin/|\")([\\w.]+)/");
    private static final Pattern NO_CODE =
            Pattern.compile("\"\"\".*?\"\"\"|\"(?:[^\"\\\\\\n]++|\\\\.)*+\"|//[^\\n]*|/\\*.*?\\*/", Pattern.DOTALL);

    /** One file: its package, its name without ending, its text. */
    record Source(String packageName, String name, String text) {
        /** The text without comments and strings. */
        String code() {
            return NO_CODE.matcher(text).replaceAll("\"\"");
        }

        /** The packages that it imports from. */
        Set<String> imports() {
            Set<String> imports = new TreeSet<>();
            Matcher matcher = IMPORT.matcher(text);
            while (matcher.find()) {
                imports.add(matcher.group(1).substring(0, matcher.group(1).length() - 1));
            }
            return imports;
        }

        boolean isInternal() {
            return List.of(packageName.split("\\.")).contains("internal");
        }

        @Override
        public String toString() {
            return packageName + "." + name;
        }
    }

    static Sources of(String bundle) {
        return new Sources(
                bundle, read(Checkout.root().resolve("bundles").resolve(bundle).resolve("src")));
    }

    private static List<Source> read(Path folder) {
        return read(folder, path -> !path.endsWith("package-info.java"));
    }

    private static List<Source> read(Path folder, Predicate<Path> wanted) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(path -> path.toString().endsWith(".java") && wanted.test(path))
                    .sorted()
                    .map(file -> new Source(
                            folder.relativize(file.getParent()).toString().replaceAll("[/\\\\]", "."),
                            file.getFileName().toString().replace(".java", ""),
                            text(file)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The packages of a bundle of the product or of the tests, with those that are generated. */
    static Set<String> packages(String bundle) {
        return java(bundle).stream().map(Source::packageName).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The types of a bundle, with those that are generated; none that is inside another. */
    static Set<String> types(String bundle) {
        return java(bundle).stream().map(Source::toString).collect(Collectors.toSet());
    }

    /** The sources of a bundle with what is said of its packages. */
    static List<Source> withPackages(String bundle) {
        return read(home(bundle).resolve("src"), file -> true);
    }

    /** The packages that the code of a bundle names. */
    static Set<String> named(String bundle) {
        Set<String> named = new TreeSet<>();
        for (Source file : java(bundle)) {
            Matcher matcher = QUALIFIED.matcher(file.code());
            while (matcher.find()) {
                named.add(matcher.group(1));
            }
        }
        return named;
    }

    /** The bundles that a bundle's model of the application and its plugin.xml name. */
    static Set<String> contributors(String bundle) {
        Set<String> named = new TreeSet<>();
        for (String contributions : List.of("Application.e4xmi", "fragment.e4xmi", "plugin.xml")) {
            Path file = home(bundle).resolve(contributions);
            if (Files.isRegularFile(file)) {
                CONTRIBUTED.matcher(text(file)).results().forEach(found -> named.add(found.group(1)));
            }
        }
        return named;
    }

    private static Path home(String bundle) {
        Path home = Checkout.root().resolve("bundles").resolve(bundle);
        return Files.isDirectory(home) ? home : Checkout.root().resolve("tests").resolve(bundle);
    }

    private static List<Source> java(String bundle) {
        List<Source> files = new ArrayList<>(read(home(bundle).resolve("src")));
        files.addAll(read(home(bundle).resolve("src-gen")));
        return files;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All bundles of the checkout. */
    static List<Sources> all() {
        return Checkout.manifests("bundles").keySet().stream().map(Sources::of).toList();
    }

    /** The arrows between the packages of the bundle; its texts are asked from everywhere, and ask nobody. */
    TreeMap<String, Set<String>> arrows() {
        Set<String> packages = files.stream()
                .map(Source::packageName)
                .filter(name -> !name.equals(bundle + ".texts"))
                .collect(Collectors.toSet());
        TreeMap<String, Set<String>> arrows = new TreeMap<>();
        for (Source file : files) {
            Set<String> to = arrows.computeIfAbsent(file.packageName(), name -> new TreeSet<>());
            file.imports().stream()
                    .filter(name -> packages.contains(name) && !name.equals(file.packageName()))
                    .forEach(to::add);
        }
        return arrows;
    }

    /** The packages from which a way leads back to themselves. */
    Set<String> inCircles() {
        TreeMap<String, Set<String>> arrows = arrows();
        return arrows.keySet().stream()
                .filter(from -> reached(from, arrows).contains(from))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> reached(String from, TreeMap<String, Set<String>> arrows) {
        Set<String> reached = new TreeSet<>();
        List<String> open = new ArrayList<>(arrows.get(from));
        while (!open.isEmpty()) {
            String next = open.removeLast();
            if (reached.add(next)) {
                open.addAll(arrows.get(next));
            }
        }
        return reached;
    }
}
