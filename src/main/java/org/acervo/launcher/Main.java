package org.acervo.launcher;

/** Where the Java virtual machine enters. */
final class Main {
    private Main() {}

    /**
     * Runs one command.
     *
     * @param args the command and its arguments
     */
    public static void main(String[] args) {
        System.getLogger(Main.class.getName()).log(System.Logger.Level.INFO, "There is no command yet");
    }
}
