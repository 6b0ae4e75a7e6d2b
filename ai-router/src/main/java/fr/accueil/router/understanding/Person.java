package fr.accueil.router.understanding;

import org.jspecify.annotations.Nullable;

/// Who the customer says they are.
///
/// @param phone in E.164
public record Person(
        @Nullable String name,
        @Nullable EmailHeard email,
        @Nullable String phone) {

    public static final Person UNSAID = new Person(null, null, null);

    public static Person named(String name) {
        return new Person(name, null, null);
    }

    public boolean isSaid() {
        return name != null || email != null || phone != null;
    }
}
