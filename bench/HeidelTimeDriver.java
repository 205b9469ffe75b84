import de.unihd.dbs.heideltime.standalone.DocumentType;
import de.unihd.dbs.heideltime.standalone.HeidelTimeStandalone;
import de.unihd.dbs.heideltime.standalone.OutputType;
import de.unihd.dbs.heideltime.standalone.POSTagger;
import de.unihd.dbs.uima.annotator.heideltime.resources.Language;
import java.io.File;
import java.nio.file.Files;
import java.text.SimpleDateFormat;
import java.util.Arrays;

/** A folder of NAME.txt (the first line is the day of publication) -> NAME.tml beside each, in one process. */
public class HeidelTimeDriver {
    /** Arguments: configuration, NEWS or NARRATIVES, TREETAGGER or NO, folder. */
    public static void main(String[] given) throws Exception {
        DocumentType type = DocumentType.valueOf(given[1]);
        POSTagger tagger = POSTagger.valueOf(given[2]);
        HeidelTimeStandalone reader =
                new HeidelTimeStandalone(Language.ENGLISH, type, OutputType.TIMEML, given[0], tagger);
        File[] files = new File(given[3]).listFiles((folder, name) -> name.endsWith(".txt"));
        Arrays.sort(files);
        for (File file : files) {
            String whole = Files.readString(file.toPath());
            int end = whole.indexOf('\n');
            java.util.Date day = new SimpleDateFormat("yyyy-MM-dd").parse(whole.substring(0, end));
            String tagged = reader.process(whole.substring(end + 1), day);
            Files.writeString(new File(file.getPath().replaceAll("txt$", "tml")).toPath(), tagged);
        }
    }
}
