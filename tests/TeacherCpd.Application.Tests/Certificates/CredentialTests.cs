using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Certificates;
using TeacherCpd.Application.Certificates.Credentials;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Monitoring;
using TeacherCpd.Application.Monitoring.Lessons;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Certificates;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Monitoring;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Certificates;

/// <summary>Credentials and signatures, checked by a library that is not ours (jose, run by Node).</summary>
public sealed class CredentialTests : IAsyncLifetime
{
    private const string Site = "https://cpd.example.kz";

    private TestApp app = null!;
    private Person teacher = null!;
    private Person administrator = null!;
    private Certificate certificate = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync(new Dictionary<string, string?> { ["Site:PublicUrl"] = Site });
        teacher = await app.Data.PersonAsync(Role.Teacher);
        administrator = await app.Data.PersonAsync(Role.Administrator);
        certificate = await app.Data.CertificateAsync(teacher);
        Assert.True((await app.SendAsSystem(new SealCertificateCommand(certificate.Id))).IsOk);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_credential_has_what_open_badges_ask_for_and_another_library_finds_the_signature_right()
    {
        var checkedAs = await CheckAsync(await TokenAsync());

        var credential = checkedAs["payload"]!.AsObject();
        Assert.Equal("ES256", (string?)checkedAs["header"]!["alg"]);
        Assert.Equal(
            ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json", "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json"],
            Strings(credential["@context"]));
        Assert.Equal(["VerifiableCredential", "OpenBadgeCredential"], Strings(credential["type"]));
        Assert.StartsWith("urn:uuid:", (string?)credential["id"], StringComparison.Ordinal);
        Assert.Equal((string?)credential["id"], (string?)credential["jti"]);
        var issuer = credential["issuer"]!;
        Assert.Equal((string?)credential["iss"], (string?)issuer["id"]);
        Assert.Contains("Profile", Strings(issuer["type"]));
        Assert.Equal(DateTimeOffset.Parse((string)credential["validFrom"]!, System.Globalization.CultureInfo.InvariantCulture).ToUnixTimeSeconds(), (long)credential["nbf"]!);
        var subject = credential["credentialSubject"]!;
        Assert.Contains("AchievementSubject", Strings(subject["type"]));
        var identity = Assert.Single(subject["identifier"]!.AsArray())!;
        Assert.Equal(("IdentityObject", "name", teacher.FullName, false), ((string?)identity["type"], (string?)identity["identityType"], (string?)identity["identityHash"], (bool)identity["hashed"]!));
        var achievement = subject["achievement"]!;
        Assert.Contains("Achievement", Strings(achievement["type"]));
        Assert.All(new[] { "id", "name", "description" }, member => Assert.False(string.IsNullOrEmpty((string?)achievement[member])));
        Assert.False(string.IsNullOrEmpty((string?)achievement["criteria"]!["narrative"]));

        // each result names a description of the achievement
        var described = achievement["resultDescription"]!.AsArray().ToDictionary(d => (string)d!["id"]!, d => Strings(d!["allowedValue"]));
        var results = subject["result"]!.AsArray();
        Assert.Equal(4, results.Count);
        Assert.All(results, r => Assert.Contains((string)r!["value"]!, described[(string)r["resultDescription"]!]));
        var status = credential["credentialStatus"]!;
        Assert.Equal("BitstringStatusListEntry", (string?)status["type"]);
        Assert.Equal("revocation", (string?)status["statusPurpose"]);

        // the paper names no number of the state, and so does not the credential
        Assert.DoesNotContain(teacher.Iin, credential.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_kind_fits_the_contexts_and_schemas_that_others_published()
    {
        var badge = (await CheckAsync(await TokenAsync()))["payload"]!;
        var list = (await CheckAsync((await app.SendAs(null, new GetStatusListQuery(1))).Value))["payload"]!;

        Assert.Empty(await ErrorsAsync(badge));
        Assert.Empty(await ErrorsAsync(list));

        // what nobody defined is found, and what is missing
        badge["credentialSubject"]!["ustaz"] = 1;
        Assert.Contains(await ErrorsAsync(badge), e => e.StartsWith("JSON-LD", StringComparison.Ordinal));
        badge["credentialSubject"]!.AsObject().Remove("ustaz");
        badge["credentialSubject"]!["achievement"]!.AsObject().Remove("criteria");
        Assert.Contains(await ErrorsAsync(badge), e => e.StartsWith("credentialSubject", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(-5)]
    [InlineData(5)]
    public async Task A_clock_five_minutes_off_finds_it_right_too(int minutes)
    {
        // just after midnight in Kazakhstan, on the day of issue
        app.Time.SetUtcNow(new DateTimeOffset(2026, 2, 11, 19, 0, 30, TimeSpan.Zero));
        var fresh = await app.Data.CertificateAsync(teacher);
        await app.SendAsSystem(new SealCertificateCommand(fresh.Id));
        var now = app.Time.GetUtcNow().AddMinutes(minutes);

        Assert.Null((await CheckAsync(await TokenAsync(fresh), now))["error"]);
        Assert.Null((await CheckAsync((await app.SendAs(null, new GetStatusListQuery(1))).Value, now))["error"]);
    }

    [Fact]
    public async Task The_list_of_states_says_what_does_not_hold_and_nothing_of_others()
    {
        var other = await app.Data.CertificateAsync();
        var coordinator = await app.Data.PersonAsync(Role.Coordinator);
        Assert.Equal((false, false), (await BitAsync(certificate), await BitAsync(other)));

        await app.SendAs(coordinator, new SuspendCertificateCommand(certificate.Id, CertificateReason.UnderReview, "шағым"));
        Assert.Equal((true, false), (await BitAsync(certificate), await BitAsync(other)));
        await app.SendAs(coordinator, new RestoreCertificateCommand(certificate.Id, CertificateReason.ReviewEnded, "расталды"));
        Assert.Equal((false, false), (await BitAsync(certificate), await BitAsync(other)));
        await app.SendAs(coordinator, new RevokeCertificateCommand(certificate.Id, CertificateReason.Dishonesty, "шешім"));
        Assert.Equal((true, false), (await BitAsync(certificate), await BitAsync(other)));
        Assert.IsType<NotFound>((await app.SendAs(null, new GetStatusListQuery(2))).Error);
        Assert.IsType<NotFound>((await app.SendAs(null, new GetStatusListQuery(-1))).Error);
    }

    [Fact]
    public async Task What_a_former_key_signed_holds_and_what_a_compromised_one_signed_does_not()
    {
        var before = await TokenAsync();
        var former = Assert.Single((await app.SendAs(administrator, new GetIssuerKeysQuery())).Value);
        Assert.True((await app.SendAs(administrator, new RotateIssuerKeyCommand(former.Id))).IsOk);
        Assert.True((await app.SendAs(administrator, new RotateIssuerKeyCommand(former.Id))).IsOk);
        Assert.Equal(2, (await app.SendAs(administrator, new GetIssuerKeysQuery())).Value.Count);
        var after = await TokenAsync();

        Assert.Null((await CheckAsync(before))["error"]);
        Assert.Null((await CheckAsync(after))["error"]);
        Assert.NotEqual(KeyOf(before), KeyOf(after));

        // the one that signs is given up: another one signs at once
        var active = (await app.SendAs(administrator, new GetIssuerKeysQuery())).Value.Single(k => k.Status == IssuerKeyStatus.Active);
        Assert.IsType<KeyDayAhead>((await app.SendAs(administrator, new GiveUpIssuerKeyCommand(active.Id, new DateOnly(2026, 2, 11), "жоғалды"))).Error);
        Assert.True((await app.SendAs(administrator, new GiveUpIssuerKeyCommand(active.Id, new DateOnly(2026, 2, 9), "жоғалды"))).IsOk);

        Assert.Equal("ERR_JWKS_NO_MATCHING_KEY", (string?)(await CheckAsync(after))["error"]);
        Assert.IsType<NotFound>((await app.SendAs(null, new GetPublicKeyQuery(active.Name))).Error);
        Assert.Null((await CheckAsync(before))["error"]);
        Assert.Null((await CheckAsync(await TokenAsync()))["error"]);
    }

    [Fact]
    public async Task The_private_part_of_a_key_is_stored_sealed_and_told_to_nobody()
    {
        var key = await app.LookAsync(db => db.IssuerKeys.SingleAsync());
        var events = await app.LookAsync(db => db.AuditProcesses.SelectMany(p => p.Events).Where(e => e.Record == "IssuerKey").Select(e => e.Values).ToListAsync());

        Assert.True(key.Sealed.Length > 100);
        Assert.NotEmpty(events);
        Assert.All(events, e => Assert.DoesNotContain(key.Sealed, e, StringComparison.Ordinal));
        Assert.DoesNotContain("\"d\"", (await app.SendAs(null, new GetKeySetQuery())).Value.ToJsonString(), StringComparison.Ordinal);
        Assert.IsType<Forbidden>((await app.SendAs(teacher, new GetIssuerKeysQuery())).Error);
        Assert.IsType<Forbidden>((await app.SendAs(await app.Data.PersonAsync(Role.Administrator, w => w.Region), new RotateIssuerKeyCommand(key.Id))).Error);
    }

    [Fact]
    public async Task The_signature_beside_a_pdf_is_right_for_it_and_for_no_edited_one()
    {
        var pdf = (await app.SendAs(teacher, new PrintCertificateQuery(certificate.Id))).Value.Content;
        var signature = Encoding.ASCII.GetString((await app.SendAs(teacher, new GetSignatureQuery(certificate.Id))).Value.Content);
        var edited = pdf.ToArray();
        edited[edited.Length / 2] ^= 1;

        Assert.Null((await CheckAsync(signature, content: pdf))["error"]);
        Assert.Equal("ERR_JWS_SIGNATURE_VERIFICATION_FAILED", (string?)(await CheckAsync(signature, content: edited))["error"]);
    }

    [Fact]
    public async Task A_file_is_told_from_an_edited_one_and_from_that_of_another()
    {
        var other = await app.Data.CertificateAsync();
        var pdf = (await app.SendAs(teacher, new PrintCertificateQuery(certificate.Id))).Value.Content;
        var edited = pdf.ToArray();
        edited[edited.Length / 2] ^= 1;

        Assert.Equal(new FileComparison(FileVerdict.Genuine, certificate.VerificationCode), await CompareAsync(null, pdf));
        Assert.Equal(new FileComparison(FileVerdict.Genuine, certificate.VerificationCode), await CompareAsync(certificate.VerificationCode, pdf));
        Assert.Equal(new FileComparison(FileVerdict.OfAnother, certificate.VerificationCode), await CompareAsync(other.VerificationCode, pdf));

        // the edited one still says whose it claims to be, so that the true facts can be shown
        Assert.Equal(new FileComparison(FileVerdict.NotIssued, certificate.VerificationCode), await CompareAsync(null, edited));
        Assert.Equal(new FileComparison(FileVerdict.NotIssued, null), await CompareAsync(null, "nothing of ours"u8.ToArray()));
        Assert.Equal(new FileComparison(FileVerdict.NotIssued, null), await CompareAsync("KZ-2026-000001", "nothing of ours"u8.ToArray()));
    }

    [Fact]
    public async Task A_file_of_before_the_drawing_changed_is_still_known()
    {
        // as if another version of the program had drawn it
        byte[] old = [.. "%PDF drawn otherwise"u8];
        await app.Data.SaveAsync(new IssuedFile
        {
            CertificateId = certificate.Id,
            Sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(old)),
            At = app.Time.GetUtcNow().UtcDateTime,
        });

        Assert.Equal(new FileComparison(FileVerdict.Genuine, certificate.VerificationCode), await CompareAsync(null, old));
    }

    [Fact]
    public async Task A_certificate_grows_by_what_was_observed_and_by_nothing_else()
    {
        var trainer = await app.Data.PersonAsync(Role.Trainer);
        var observed = ContactOf(trainer, ContactKind.Observation);
        var survey = ContactOf(trainer, ContactKind.Survey);
        await app.Data.SaveAsync(observed, survey);
        var endorse = new EndorseCertificateCommand(observed.Id, EndorsementKind.AppliedInPractice, "Жұптық жұмыс жүйелі өтті.");
        Assert.IsType<NotTheEvidence>((await app.SendAs(trainer, endorse)).Error);
        Assert.True((await app.SendAs(trainer, new SaveLessonCommand(observed.Id, TestData.Lesson(new DateOnly(2026, 2, 10)), null))).IsOk);
        Assert.IsType<NotTheEvidence>((await app.SendAs(trainer, endorse)).Error);
        Assert.True((await app.SendAs(trainer, new SignLessonCommand(observed.Id, TestData.Lesson(new DateOnly(2026, 2, 10)), 1))).IsOk);
        Assert.True((await app.SendAs(trainer, new CompleteContactCommand(survey.Id, "Сауалнама толтырылды: жұптық жұмыс апта сайын."))).IsOk);

        Assert.IsType<NotTheEvidence>((await app.SendAs(trainer, endorse with { ContactId = survey.Id })).Error);
        Assert.IsType<NotTheEvidence>((await app.SendAs(trainer, endorse with { Kind = EndorsementKind.EffectOnLearners })).Error);
        Assert.IsType<NotFound>((await app.SendAs(await app.Data.PersonAsync(Role.Trainer), endorse)).Error);
        Assert.True((await app.SendAs(trainer, endorse)).IsOk);
        Assert.True((await app.SendAs(trainer, endorse)).IsOk);

        var shown = Assert.Single((await app.SendAs(null, new VerifyCertificateQuery(certificate.VerificationCode))).Value.Endorsements);
        Assert.Equal((EndorsementKind.AppliedInPractice, "Жұптық жұмыс жүйелі өтті."), (shown.Kind, shown.Words));
        var credential = (await CheckAsync(await TokenAsync()))["payload"]!;
        var endorsement = (await CheckAsync((string)Assert.Single(credential["endorsementJwt"]!.AsArray())!))["payload"]!;
        Assert.Empty(await ErrorsAsync(endorsement));
        Assert.Equal(["VerifiableCredential", "EndorsementCredential"], Strings(endorsement["type"]));
        Assert.Equal((string?)credential["id"], (string?)endorsement["credentialSubject"]!["id"]);
        Assert.Contains("Жұптық жұмыс", (string?)endorsement["credentialSubject"]!["endorsementComment"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Effect_on_learners_rests_on_their_figures()
    {
        var trainer = await app.Data.PersonAsync(Role.Trainer);
        var (unmeasured, fallen, grown) = (ContactOf(trainer, ContactKind.AchievementAnalysis), ContactOf(trainer, ContactKind.AchievementAnalysis, 1), ContactOf(trainer, ContactKind.AchievementAnalysis, 2));
        await app.Data.SaveAsync(unmeasured, fallen, grown);
        Assert.True((await app.SendAs(trainer, new CompleteContactCommand(unmeasured.Id, "Жетістіктер қаралды."))).IsOk);
        Assert.True((await app.SendAs(trainer, new CompleteContactCommand(fallen.Id, "Жетістіктер қаралды.", Results(new ClassFigures("7 Ә", "Тарих", 24, 12, 24, 11))))).IsOk);
        Assert.True((await app.SendAs(trainer, new CompleteContactCommand(grown.Id, "Жетістіктер қаралды.", Results(new ClassFigures("7 Ә", "Тарих", 24, 11, 23, 16), new ClassFigures("7 Б", "Тарих", 20, 8, 21, 9))))).IsOk);
        var endorse = new EndorseCertificateCommand(grown.Id, EndorsementKind.EffectOnLearners, "Жұптық жұмыстан кейін өсті.");

        Assert.IsType<NoEffectShown>((await app.SendAs(trainer, endorse with { ContactId = unmeasured.Id })).Error);
        Assert.IsType<NoEffectShown>((await app.SendAs(trainer, endorse with { ContactId = fallen.Id })).Error);
        Assert.True((await app.SendAs(trainer, endorse)).IsOk);

        var shown = Assert.Single((await app.SendAs(null, new VerifyCertificateQuery(certificate.VerificationCode))).Value.Endorsements);
        Assert.Equal(new LearnerFigures(44, 19, 44, 25), shown.Figures);
        var credential = (await CheckAsync(await TokenAsync()))["payload"]!;
        var endorsement = (await CheckAsync((string)Assert.Single(credential["endorsementJwt"]!.AsArray())!))["payload"]!;
        Assert.Empty(await ErrorsAsync(endorsement));
        Assert.Contains("до курса 19 из 44, после 25 из 44 учеников", (string?)endorsement["credentialSubject"]!["endorsementComment"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Figures_of_learners_that_cannot_be_are_refused()
    {
        var trainer = await app.Data.PersonAsync(Role.Trainer);
        var (analysis, survey) = (ContactOf(trainer, ContactKind.AchievementAnalysis), ContactOf(trainer, ContactKind.Survey));
        await app.Data.SaveAsync(analysis, survey);
        var right = Results(new ClassFigures("7 Ә", "Тарих", 24, 11, 23, 16));
        var record = new CompleteContactCommand(analysis.Id, "Жетістіктер қаралды.", right);

        foreach (var (wrong, field, code) in new (LearnerResults, string, string)[]
        {
            (right with { BeforeOn = null }, "BeforeOn", "required"),
            (right with { AfterOn = right.BeforeOn }, "AfterOn", "learners_after"),
            (right with { AfterOn = app.Time.Today().AddDays(1) }, "AfterOn", "date_in_future"),
            (Results(new ClassFigures(" ", "Тарих", 24, 11, 23, 16)), "Classes[0].Class", "required"),
            (Results(new ClassFigures("7 Ә", "Тарих", 24, 25, 23, 16)), "Classes[0].Before", "learners_figures"),
            (Results(new ClassFigures("7 Ә", "Тарих", 24, 11, null, 16)), "Classes[0].Before", "learners_figures"),
        })
        {
            var fault = Assert.Single(Assert.IsType<InvalidInput>((await app.SendAs(trainer, record with { Results = wrong })).Error).Faults);
            Assert.Equal((field, code), (fault.Field, fault.Code));
        }

        Assert.IsType<ResultsNotHere>((await app.SendAs(trainer, record with { ContactId = survey.Id })).Error);
        Assert.True((await app.SendAs(trainer, record)).IsOk);
    }

    [Fact]
    public async Task Everything_comes_in_one_archive_that_can_be_checked_without_us()
    {
        var archive = (await app.SendAs(teacher, new ExportMyRecordQuery(Language.Ru))).Value;

        using var zip = new ZipArchive(new MemoryStream(archive.Content));
        Assert.Equal(["KZ-2026-000001.jwt", "KZ-2026-000001.pdf", "KZ-2026-000001.pdf.jws", "index.html", "jwks.json"], zip.Entries.Select(e => e.FullName).Order(StringComparer.Ordinal));
        var keys = JsonNode.Parse(Read(zip, "jwks.json"));
        Assert.Null((await CheckAsync(Encoding.ASCII.GetString(Read(zip, "KZ-2026-000001.jwt")), keys: keys))["error"]);
        Assert.Null((await CheckAsync(Encoding.ASCII.GetString(Read(zip, "KZ-2026-000001.pdf.jws")), content: Read(zip, "KZ-2026-000001.pdf"), keys: keys))["error"]);
        var index = Encoding.UTF8.GetString(Read(zip, "index.html"));
        Assert.Contains("<html lang=\"ru\">", index, StringComparison.Ordinal);
        Assert.Contains(teacher.FullName, index, StringComparison.Ordinal);
        Assert.Contains("действителен", index, StringComparison.Ordinal);

        static byte[] Read(ZipArchive zip, string name)
        {
            using var stream = zip.GetEntry(name)!.Open();
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            return copy.ToArray();
        }
    }

    [Fact]
    public async Task Only_the_holder_has_the_credential() =>
        Assert.IsType<NotFound>((await app.SendAs(await app.Data.PersonAsync(Role.Coordinator), new GetCredentialQuery(certificate.Id))).Error);

    private static LearnerResults Results(params ClassFigures[] classes) => new(new DateOnly(2025, 10, 20), new DateOnly(2026, 1, 30), classes);

    private SupportContact ContactOf(Person trainer, ContactKind kind, int daysLater = 0) => new()
    {
        EnrolmentId = certificate.EnrolmentId!.Value,
        PersonId = teacher.Id,
        TrainerId = trainer.Id,
        Kind = kind,
        DueOn = new DateOnly(2026, 2, 10).AddDays(daysLater),
    };

    private async Task<FileComparison> CompareAsync(string? code, byte[] content) => (await app.SendAs(null, new CompareFileQuery(code, content))).Value;

    private async Task<string> TokenAsync(Certificate? of = null) =>
        Encoding.ASCII.GetString((await app.SendAs(teacher, new GetCredentialQuery((of ?? certificate).Id))).Value.Content);

    private async Task<bool> BitAsync(Certificate of)
    {
        var status = (await CheckAsync((await app.SendAs(null, new GetStatusListQuery(1))).Value))["payload"]!["credentialSubject"]!;
        var encoded = (string)status["encodedList"]!;
        Assert.Equal('u', encoded[0]);
        using var unpacked = new GZipStream(new MemoryStream(System.Buffers.Text.Base64Url.DecodeFromChars(encoded.AsSpan(1))), CompressionMode.Decompress);
        using var bits = new MemoryStream();
        await unpacked.CopyToAsync(bits);
        Assert.Equal(131_072 / 8, bits.Length);
        var index = StatusPlace.Of(of.StatusNumber).Index;
        return (bits.ToArray()[index / 8] & (0x80 >> (index % 8))) != 0;
    }

    private static async Task<string[]> ErrorsAsync(JsonNode credential) => Strings((await NodeAsync("check-credential.mjs", credential))["errors"]);

    private static string? KeyOf(string token) =>
        (string?)JsonNode.Parse(System.Buffers.Text.Base64Url.DecodeFromChars(token.Split('.')[0]))!["kid"];

    private static string[] Strings(JsonNode? list) => [.. list!.AsArray().Select(s => (string)s!)];

    private async Task<JsonNode> CheckAsync(string token, DateTimeOffset? now = null, byte[]? content = null, JsonNode? keys = null)
    {
        var asked = new JsonObject
        {
            ["jwks"] = keys?.DeepClone() ?? (await app.SendAs(null, new GetKeySetQuery())).Value,
            ["token"] = token,
            ["issuer"] = new Uri(Site).AbsoluteUri,
            ["now"] = (now ?? app.Time.GetUtcNow()).ToString("O"),
        };
        if (content is not null)
        {
            asked["content"] = Convert.ToBase64String(content);
        }

        return await NodeAsync("check-signature.mjs", asked);
    }

    private static Task<JsonNode> NodeAsync(string name, JsonNode asked) =>
        NodeScript.AskAsync(Path.Combine("TeacherCpd.Application.Tests", "Certificates", name), asked, TestContext.Current.CancellationToken);
}
