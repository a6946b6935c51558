using System.Globalization;
using System.Text.Json.Nodes;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Texts;
using TeacherCpd.Domain.Certificates;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Certificates.Credentials;

/// <summary>
/// Writes a certificate as an Open Badges 3.0 credential, secured as a JWT. It carries all that a verifier needs but the public
/// key and the list of states; of the holder it names what the paper names, and no number of the state.
/// </summary>
internal sealed class CredentialWriter(VerificationAddress address)
{
    private const string Badges = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";

    // it alone defines the type of the schema
    private const string Extensions = "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json";
    private const string Schema = "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json";
    private const string EndorsementSchema = "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_endorsementcredential_schema.json";

    private static readonly Dictionary<CertificateKind, string> AchievementTypes = new()
    {
        [CertificateKind.Course] = "CertificateOfCompletion",
        [CertificateKind.Attendance] = "Course",
        [CertificateKind.PostCourse] = "Course",
        [CertificateKind.Trainer] = "Certification",
        [CertificateKind.Category] = "Certification",
    };

    /// <summary>The signed credential.</summary>
    /// <param name="certificate">Certificate.</param>
    /// <param name="endorsements">What was observed since, with the name of who observed it.</param>
    /// <param name="words">Words of its template.</param>
    /// <param name="key">Key that signs now.</param>
    /// <param name="now">Moment (UTC).</param>
    public string Write(
        Certificate certificate, IReadOnlyList<(CertificateEndorsement Endorsement, string Observer)> endorsements, TemplateText words, SigningKey key, DateTime now)
    {
        var place = StatusPlace.Of(certificate.StatusNumber);
        var list = address.OfList(place.List).AbsoluteUri;
        var credential = Credential(
            $"urn:uuid:{certificate.Id}", "OpenBadgeCredential", Issuer(certificate.Issuer), Begin(certificate.ReissuedOn ?? certificate.IssuedOn, now), now);
        if (certificate.ValidUntil is { } until)
        {
            var end = Clock.BeginOf(until.AddDays(1));
            credential["validUntil"] = ClockTolerance.Written(end);
            credential["exp"] = ClockTolerance.Seconds(end);
        }

        credential["name"] = $"{words.Kk.Heading} {certificate.Serial}";
        credential["credentialSubject"] = Subject(certificate, words);
        credential["credentialStatus"] = new JsonObject
        {
            ["id"] = $"{list}#{place.Index.ToString(CultureInfo.InvariantCulture)}",
            ["type"] = "BitstringStatusListEntry",
            ["statusPurpose"] = "revocation",
            ["statusListIndex"] = place.Index.ToString(CultureInfo.InvariantCulture),
            ["statusListCredential"] = list,
        };
        credential["credentialSchema"] = SchemaOf(Schema);
        credential["evidence"] = new JsonArray(new JsonObject
        {
            ["id"] = address.Of(certificate.VerificationCode).AbsoluteUri,
            ["type"] = new JsonArray("Evidence"),
            ["name"] = "Тексеру беті / Страница проверки",
        });
        if (endorsements.Count > 0)
        {
            credential["endorsementJwt"] = new JsonArray([.. endorsements.Select(e => (JsonNode)Endorse(certificate, e.Endorsement, e.Observer, key, now))]);
        }

        return Jws.Sign(key, "JWT", credential);
    }

    private JsonObject Credential(string id, string type, JsonObject issuer, DateTime from, DateTime now) => new()
    {
        ["@context"] = new JsonArray("https://www.w3.org/ns/credentials/v2", Badges, Extensions),
        ["id"] = id,
        ["type"] = new JsonArray("VerifiableCredential", type),
        ["issuer"] = issuer,
        ["validFrom"] = ClockTolerance.Written(from),
        ["iss"] = address.Site.AbsoluteUri,
        ["jti"] = id,
        ["nbf"] = ClockTolerance.Seconds(from),
        ["iat"] = ClockTolerance.Seconds(now),
    };

    // a certificate of today holds for a clock behind ours, too
    private static DateTime Begin(DateOnly day, DateTime now)
    {
        var begin = Clock.BeginOf(day);
        var latest = now - ClockTolerance.Allowed;
        return begin < latest ? begin : latest;
    }

    private JsonObject Issuer(LocalizedText name) => new()
    {
        ["id"] = address.Site.AbsoluteUri,
        ["type"] = new JsonArray("Profile"),
        ["name"] = name.Kk,
        ["description"] = name.In(Language.Ru),
        ["url"] = address.Site.AbsoluteUri,
    };

    private static JsonArray SchemaOf(string schema) => new(new JsonObject { ["id"] = schema, ["type"] = "1EdTechJsonSchemaValidator2019" });

    private static JsonObject Subject(Certificate certificate, TemplateText words)
    {
        var appendix = CertificateAppendix.Read(certificate.Appendix);
        var subjectId = $"urn:uuid:{certificate.SubjectId}";
        var achievement = new JsonObject
        {
            ["id"] = $"urn:uuid:{certificate.ProgrammeVersionId ?? certificate.SubjectId}",
            ["type"] = new JsonArray("Achievement"),
            ["achievementType"] = AchievementTypes[certificate.Kind],
            ["name"] = certificate.ProgrammeTitle.Kk,
            ["description"] = $"{certificate.ProgrammeTitle.In(Language.Ru)} · {words.Kk.Statement} / {words.Ru.Statement}",
            ["criteria"] = new JsonObject { ["narrative"] = Narrative(certificate, appendix) },
        };
        if (certificate.ProgrammeCode is { } code)
        {
            achievement["humanCode"] = code;
        }

        var subject = new JsonObject
        {
            ["type"] = new JsonArray("AchievementSubject"),
            ["identifier"] = new JsonArray(new JsonObject
            {
                ["type"] = "IdentityObject",
                ["hashed"] = false,
                ["identityHash"] = certificate.HolderName,
                ["identityType"] = "name",
            }),
            ["achievement"] = achievement,
        };
        if (certificate.Hours is { } hours)
        {
            achievement["creditsAvailable"] = hours;
            subject["creditsEarned"] = hours;
        }

        if (certificate is { StartedOn: { } started, EndedOn: { } ended })
        {
            subject["activityStartDate"] = ClockTolerance.Written(Clock.BeginOf(started));
            subject["activityEndDate"] = ClockTolerance.Written(Clock.BeginOf(ended));
        }

        if (appendix is not null)
        {
            AddMarks(achievement, subject, appendix, subjectId);
        }

        return subject;
    }

    // each competence is described with the achievement, and its level stands with the holder
    private static void AddMarks(JsonObject achievement, JsonObject subject, CertificateAppendix appendix, string subjectId)
    {
        var descriptions = new JsonArray();
        var results = new JsonArray();
        var marks = appendix.Competences.Select(c => (c.Title.Kk, c.Mark)).Append(("Қорытынды баға / Итоговая оценка", appendix.Grade)).Where(m => m.Item2 is not null);
        foreach (var ((name, mark), number) in marks.Select((m, i) => (m, i + 1)))
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"{subjectId}#{number}");
            descriptions.Add(new JsonObject
            {
                ["id"] = id,
                ["type"] = new JsonArray("ResultDescription"),
                ["name"] = name,
                ["resultType"] = "LetterGrade",
                ["allowedValue"] = new JsonArray([.. Enum.GetNames<Domain.Assessment.Grade>().Select(g => (JsonNode)Said(g))]),
            });
            results.Add(new JsonObject { ["type"] = new JsonArray("Result"), ["resultDescription"] = id, ["value"] = Said(mark!) });
        }

        if (results.Count > 0)
        {
            achievement["resultDescription"] = descriptions;
            subject["result"] = results;
        }
    }

    private static string Said(string grade) => TextCatalogue.Get(Language.Kk, $"enum.Grade.{grade}");

    private static string Narrative(Certificate certificate, CertificateAppendix? appendix)
    {
        var lines = new List<string> { TextCatalogue.Get(Language.Kk, $"credential.criteria.{certificate.Kind}"), TextCatalogue.Get(Language.Ru, $"credential.criteria.{certificate.Kind}") };
        if (certificate.Grounds is { } grounds)
        {
            lines.Add(grounds);
        }

        lines.AddRange((appendix?.Modules ?? []).Select(m => string.Create(CultureInfo.InvariantCulture, $"- {m.Title.Kk} ({m.Hours})")));
        return string.Join('\n', lines);
    }

    private static IEnumerable<string> Comment(CertificateEndorsement endorsement, string observer)
    {
        yield return $"{TextCatalogue.Get(Language.Kk, $"enum.ContactKind.{endorsement.Evidence}")}, {endorsement.ObservedOn.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture)}, {observer}";
        if (endorsement.Figures is { } figures)
        {
            foreach (var language in new[] { Language.Kk, Language.Ru })
            {
                yield return string.Format(CultureInfo.InvariantCulture, TextCatalogue.Get(language, "learners.effect"), figures.GoodBefore, figures.Before, figures.GoodAfter, figures.After);
            }
        }

        yield return endorsement.Words;
    }

    private string Endorse(Certificate certificate, CertificateEndorsement endorsement, string observer, SigningKey key, DateTime now)
    {
        var credential = Credential(
            $"urn:uuid:{endorsement.Id}", "EndorsementCredential", Issuer(certificate.Issuer), Begin(Clock.DayOf(endorsement.At), now), now);
        var kind = $"enum.EndorsementKind.{endorsement.Kind}";
        credential["name"] = $"{TextCatalogue.Get(Language.Kk, kind)} / {TextCatalogue.Get(Language.Ru, kind)}";
        credential["credentialSubject"] = new JsonObject
        {
            ["id"] = $"urn:uuid:{certificate.Id}",
            ["type"] = new JsonArray("EndorsementSubject"),
            ["endorsementComment"] = string.Join('\n', Comment(endorsement, observer)),
        };
        credential["credentialSchema"] = SchemaOf(EndorsementSchema);
        return Jws.Sign(key, "JWT", credential);
    }
}
