package org.sala.ui;

/** Modules that the face finds over HTTP, which are stood in for. */
public final class ModulesOverHttp {

    public static final ScriptedModule MARKETPLACE = ScriptedModule.served("marketplace");

    public static final ScriptedModule SESSIONS = ScriptedModule.served("sessions");

    private ModulesOverHttp() {}
}
