package org.sala.embedded;

import java.util.regex.Pattern;

/**
 * A schema and the login role of the same name that owns it.
 *
 * @param name lower-case letters, digits and underscores, at most 40
 * @param password what the role signs in with
 * @param removesTraces whether it may end the present file of the write-ahead log and have the server write out what it
 *     holds, so that what it destroys is soon on no disk
 */
public record SchemaLogin(String name, String password, boolean removesTraces) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,39}");

    public SchemaLogin {
        requireName(name);
    }

    public SchemaLogin(String name, String password) {
        this(name, password, false);
    }

    /** Names go into SQL as they are, so that none may need quoting. */
    static String requireName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a plain lower-case SQL name: " + name);
        }
        return name;
    }

    @Override
    public String toString() {
        return "SchemaLogin[" + name + "]";
    }
}
