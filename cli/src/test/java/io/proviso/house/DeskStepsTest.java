package io.proviso.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The steps that a decision of the desk is made of. */
class DeskStepsTest {
    private static final String DESK = "io.proviso.desk";
    private static final Set<String> DOORS = Set.of("Desk", "DeskAndRecord");
    private static final JavaClasses MAIN = House.mainClasses();

    /** The room where the desk decides; {@code Desk} is its door, and {@code DeskAndRecord} looks at what was decided. */
    private static final SliceAssignment STEPS = new SliceAssignment() {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            var outermost = type;
            while (outermost.getEnclosingClass().isPresent()) {
                outermost = outermost.getEnclosingClass().get();
            }
            return type.getPackageName().equals(DESK + ".rounds") && !DOORS.contains(outermost.getSimpleName())
                    ? SliceIdentifier.of(outermost.getSimpleName())
                    : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "steps of the desk";
        }
    };

    /** Error Prone knows the annotation by its name, and makes it an error to drop what they return. */
    @Test
    void nobodyDropsWhyAStepIsRefused() {
        methods()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage(DESK + "..")
                .and()
                .haveRawReturnType(DESK + ".Decision$Refused")
                .should()
                .beDeclaredInClassesThat()
                .areAnnotatedWith(DESK + ".CheckReturnValue")
                .check(MAIN);
    }

    @Test
    void noStepCallsBackTheOneThatCalledIt() {
        slices().assignedFrom(STEPS).should().beFreeOfCycles().check(MAIN);
    }
}
