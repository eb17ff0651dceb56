package dev.rolewise.knowledge.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlReaderTest {
  private static final String SOFTWARE_TESTERS =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <title>Software Testers : Career Handbook : Office of Careers</title>
      <style>.x{}</style>
      </head>
      <body>
      <a class="skip" href="#main">Skip to Content</a>
      <div id="cookie-banner"><p>We use cookies.</p><button>Accept</button></div>
      <header><div class="logo">Office</div><nav><ul><li><a href="/">Home</a></li></ul></nav></header>
      <div class="breadcrumb"><a href="/">Home</a> &gt; Computer</div>
      <main id="main">
      <h1>Software Testers</h1>
      <ul class="tabs"><li><a href="#tab-1">Summary</a></li><li><a href="#tab-2">Pay</a></li></ul>
      <h2><span>Summary</span></h2>
      <table id="quickfacts">
      <thead><tr><th colspan="2">Quick Facts: Software Testers</th></tr></thead>
      <tbody>
      <tr><th><a href="#qf">2024 Median Pay</a></th><td>$101,450 per year <br>$48.80 per hour</td></tr>
      <tr><th>Entry-Level Education</th><td>Bachelor's degree</td></tr>
      </tbody>
      </table>
      <p>Software testers look for
      faults. They also report them<sup><a href="#fn1">[1]</a></sup>.</p>
      <h2>Duties</h2>
      <p>Software testers typically do the following:</p>
      <ul>
        <li>Plan tests&nbsp;&amp; run them</li>
        <li>Recommend changes
          <ul><li>to <b>customers</b></li><li>to operators</li></ul></li>
      </ul>
      <p><strong>Important qualities</strong></p>
      <p><strong><em>Patience.</em></strong> Testers repeat the same steps.</p>
      <h2>Pay</h2>
      <h4>Software Testers</h4><p>Median annual wages, May 2024</p>
      <dl><dt>Software testers</dt><dd><span>$101,450</span></dd>
      <dt>All occupations</dt><dd>$49,500</dd></dl>
      <p>In May 2024, the wages in the top industries were as follows:</p>
      <table><tbody><tr><td>Software publishers</td><td>$108,080</td></tr></tbody></table>
      <h2>Job Outlook</h2>
      <table class="data">
      <caption>Projections, 2024-34</caption>
      <thead>
      <tr><th rowspan="2">Title</th><th rowspan="2">Jobs, 2024</th><th colspan="2">Change, 2024-34</th></tr>
      <tr><th>Percent</th><th>Numeric</th></tr></thead>
      <tbody><tr><th>Software testers</th><td>201,700</td><td>10</td><td>20,200</td></tr></tbody>
      <tfoot><tr><td colspan="4">SOURCE: Office of Careers</td></tr></tfoot>
      </table>
      <aside class="sidebar"><div class="facts"><div><span>Work hours</span><span>40 per week</span></div><div><span>Remote</span><span>68% of postings</span></div></div></aside>
      <h2>Similar Occupations</h2>
      <table><tr><th>Occupation</th><th>Duties</th><th>2024 median pay</th></tr>
      <tr><td><img src="x.png" alt="picture"><h4><a href="/x">Web Developers</a></h4></td><td>Create websites.</td><td>$95,380</td></tr></table>
      <div style="display: none">Hidden words.</div>
      <h3>Related links</h3><ul><li><a href="/1">One</a></li><li><a href="/2">Two</a></li></ul>
      </main>
      <footer><p>Last modified in August 2025</p></footer>
      <script>var a = "<p>no</p>";</script>
      </body></html>
      """;

  @TempDir private Path folder;

  @Test
  void readsTheMainContent_withoutWhatStandsAroundIt() {
    RoleDocument document = Outline.read(folder, "software-testers.html", SOFTWARE_TESTERS);

    assertThat(document.title()).isEqualTo("Software Testers");
    assertThat(document.asOf()).isEqualTo(OptionalInt.of(2024));
    assertThat(Outline.of(document))
        .isEqualTo(
            """
            16: # Summary
            20: | {Quick Facts: Software Testers} 2024 Median Pay; $101,450 per year $48.80 per hour
            21: | {Quick Facts: Software Testers} Entry-Level Education; Bachelor's degree
            24: Software testers look for faults.
            25: They also report them.
            26: # Duties
            29: - {Software testers typically do the following} Plan tests & run them
            31: - {Software testers typically do the following / Recommend changes} to customers
            31: - {Software testers typically do the following / Recommend changes} to operators
            33: # Duties > Important qualities
            34: Patience. Testers repeat the same steps.
            35: # Pay
            36: # Pay > Software Testers
            37: - {Median annual wages, May 2024} Software testers: $101,450
            38: - {Median annual wages, May 2024} All occupations: $49,500
            40: | {In May 2024, the wages in the top industries were as follows} Software publishers; $108,080
            41: # Job Outlook
            47: | {Projections, 2024-34} Title = Software testers; Jobs, 2024 = 201,700; Change, 2024-34 Percent = 10; Change, 2024-34 Numeric = 20,200
            48: SOURCE: Office of Careers
            50: - Work hours: 40 per week
            50: - Remote: 68% of postings
            51: # Similar Occupations
            53: | Occupation = Web Developers; Duties = Create websites.; 2024 median pay = $95,380
            """);
  }

  @Test
  void readsOldPages_thatUseTablesForLayoutAndLineBreaksForLists() {
    RoleDocument document =
        Outline.read(
            folder,
            "ux-designer.htm",
            """
            <html><head><title>Salary - UX Designer career guide | CareerHub</title></head><body>
            <table width="100%"><tr><td class="nav"><a href=/>Home</a><br><a href=/x>X</a></td><td>
            <div role="heading" aria-level="1">UX Designer career guide</div>
            <p>A UX designer shapes how products feel.<br><br>Most of them work in teams.</p>
            <b>Salary</b><br>
            Junior: &pound;28,000<br>
            Senior: &pound;60,000<br>
            <p><b>Skills</b></p>
            <p>&bull; Figma<br>&bull; Research</p>
            <table border=1>
            <tr><td><b>Level</b></td><td><b>Years</b></td><td><b>Pay, 2023</b></td></tr>
            <tr><td rowspan=2>Senior</td><td>5-7</td><td>&pound;60,000</td></tr>
            <tr><td>8+</td><td>&pound;70,000</td></tr>
            <tr><td colspan=3>Contract roles</td></tr>
            <tr><td>Lead</td><td>10</td><td>&pound;500 a day</td></tr>
            </table>
            <dl><dt>What do they do?</dt><dd><p>They do research.</p><p>They design screens.</p></dd></dl>
            </td></tr></table>
            </body></html>
            """);

    assertThat(document.title()).isEqualTo("UX Designer");
    assertThat(Outline.of(document))
        .isEqualTo(
            """
            4: A UX designer shapes how products feel.
            4: Most of them work in teams.
            5: # Salary
            6: Junior: £28,000
            7: Senior: £60,000
            8: # Skills
            9: - Figma
            9: - Research
            12: | Level = Senior; Years = 5-7; Pay, 2023 = £60,000
            13: | Level = Senior; Years = 8+; Pay, 2023 = £70,000
            15: | {Contract roles} Level = Lead; Years = 10; Pay, 2023 = £500 a day
            17: {What do they do?} They do research.
            17: {What do they do?} They design screens.
            """);
  }

  @Test
  void takesTheTitleFromTheText_whenThePageOnlyNamesItsSite() {
    RoleDocument document =
        Outline.read(
            folder,
            "page.html",
            """
            <html><head><title>Overview | CareerHub</title></head><body><main>
            <h1>Overview</h1>
            <p>A wind turbine technician keeps turbines running.
            To become a wind turbine technician you need training.</p>
            </main></body></html>
            """);

    assertThat(document.title()).isEqualTo("Wind turbine technician");
  }

  @Test
  void leavesOutAdvertsReviewsAndMenus_withTheHeadingsOverThem() {
    RoleDocument document =
        Outline.read(
            folder,
            "roofer.html",
            """
            <html><body>
            <div>Help | Glossary | My list (0)</div>
            <div id="side"><h3>On this page</h3><ul><li>Pay</li><li>Tasks</li></ul><h3>Trades</h3><ul><li>Mason</li></ul></div>
            <h1>Roofer</h1>
            <div class="tabs">Overview | Wages | Outlook</div><p>PRINTER-FRIENDLY</p>
            <h2>Contents</h2><ol><li>Pay</li><li>Tasks</li></ol>
            <h2>Pay</h2><p>Roofers earn $48,000.</p>
            <div class="adslot">Sponsored: Learn to roof for $89.</div>
            <p>Sponsored: ladders from $40</p>
            <h2>What users say</h2><div class="review"><p>"High up." — a roofer</p></div>
            <h2>Skills</h2><ul><li><a href="/s/1">Balance</a></li><li><a href="/s/2">Strength</a></li></ul>
            <h2>Related jobs</h2><ul><li><a href="/j/1">Mason</a></li><li><a href="/j/2">Glazier</a></li></ul>
            <h2>Similar occupations</h2><table><tr><th>Job</th><th>Pay</th></tr><tr><td><a href="/j/1">Mason</a></td><td>$47,000</td></tr></table>
            <p>We use cookies on this site.</p>
            </body></html>
            """);

    assertThat(Outline.of(document))
        .isEqualTo(
            """
            7: # Pay
            7: Roofers earn $48,000.
            11: # Skills
            11: - Balance
            11: - Strength
            13: # Similar occupations
            13: | Job = Mason; Pay = $47,000
            """);
  }

  @Test
  void dropsMarksOfFootnotes_andKeepsOtherHighSigns() {
    RoleDocument document =
        Outline.read(
            folder,
            "surveyor.html",
            """
            <html><body><h1>Surveyor</h1>
            <table><caption>Pay per year <a href="#n1">note 1</a></caption>
            <tr><td class="header">State</td><td class="header">Entry</td></tr>
            <tr><td>Bremen<sup>a</sup></td><td>41.200 €</td></tr>
            <tr><td>Hamburg</td><td>N/A</td></tr></table>
            <p><sup>a</sup> From the 2<sup>nd</sup> year. They measure 40 m<sup>2</sup> an hour.</p>
            </body></html>
            """);

    assertThat(Outline.of(document))
        .isEqualTo(
            """
            4: | {Pay per year} State = Bremen; Entry = 41.200 €
            5: | {Pay per year} State = Hamburg; Entry = N/A
            6: From the 2nd year.
            6: They measure 40 m² an hour.
            """);
  }

  @Test
  void readsCardsLeadInsAndRangesAsWhatTheySay() {
    RoleDocument document =
        Outline.read(
            folder,
            "tailor.html",
            """
            <html><body><h1>Tailor</h1>
            <div><div><h4>Average pay</h4><p>£24,500</p></div><div><h4>Average age</h4><p>44 years</p></div></div>
            <h2>Pay a year</h2><p><span>£21,000</span> Starter</p><p>to</p><p><span>£33,000</span> Experienced</p>
            <h2>Requirements</h2>
            <p><b>Education.</b> None is asked. <b>Sewing (by hand).</b> It is a must.</p>
            </body></html>
            """);

    assertThat(Outline.of(document))
        .isEqualTo(
            """
            2: - Average pay: £24,500
            2: - Average age: 44 years
            3: # Pay a year
            3: £21,000 Starter to £33,000 Experienced
            4: # Requirements
            5: Education. None is asked.
            5: Sewing (by hand). It is a must.
            """);
  }

  @Test
  void readsThePanesOfTabs_thatThePageHidesUntilTheyAreAskedFor() {
    String page =
        """
        <html><head><title>Actuaries</title></head><body><main><h1>Actuaries</h1>
        <ul><li><a href="#tab-1">Summary</a></li><li><a href="#tab-2">Pay</a></li></ul>
        <div id="tab-1"><h2>Summary</h2><p>Actuaries analyze the cost of risk.</p></div>
        <div id="tab-2" style="display: none;"><h2><span>Pay</span>
        <a href="#help">About this section</a></h2><p>The median wage was $125,770.</p></div>
        <div id="note" style="display: none;"><p>Enable scripts.</p></div>
        </main></body></html>
        """;

    assertThat(Outline.of(Written.html("actuaries", page)))
        .contains("Pay", "The median wage was $125,770.")
        .doesNotContain("About this section")
        .doesNotContain("Enable scripts");
  }

  @Test
  void readsALabelAnAmountAndItsUnitInBoxes_asOneStatement() {
    String page =
        """
        <html><body><h1>Tailor</h1><div><div><div>Tailor, median</div><div>$41,300</div>
        <div>a year</div></div><div><div>Cutter, median</div><div>$38,100</div><div>a year</div></div>
        </div></body></html>
        """;

    assertThat(Outline.of(Written.html("tailor", page)))
        .contains("- Tailor, median: $41,300 a year", "- Cutter, median: $38,100 a year");
  }

  @Test
  void leavesOutALineOfLinks() {
    String page =
        """
        <html><body><h1>Glazier</h1>
        <div><a href="#d">Duties</a> | <a href="#s">Salary</a></div>
        <p>A glazier fits windows.</p>
        <p>See <a href="/a">union rates</a> and <a href="/b">courses</a>.</p>
        </body></html>
        """;

    assertThat(Outline.of(Written.html("glazier", page)))
        .doesNotContain("Duties")
        .contains("A glazier fits windows.", "See union rates and courses.");
  }

  @Test
  void readsColumnsOfPreformattedTextAsTable() {
    RoleDocument document =
        Written.html(
            "clerk",
            """
            <html><body><h1>Clerk</h1><h2>Hourly wages</h2><pre>
            Hours worked      Day     Night
            0-1,000           $32.10  $42.80
            over 2,000        $48.20  $64.25
            </pre></body></html>
            """);

    assertThat(document.statements().getFirst().cells())
        .containsExactly(
            new Cell("Hours worked", "0-1,000"),
            new Cell("Day", "$32.10"),
            new Cell("Night", "$42.80"));
  }
}
