using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using TeacherCpd.Application.Attestation;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Portfolios;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Development;
using TeacherCpd.Domain.Organisations;
using TeacherCpd.Infrastructure.Persistence;
using TeacherCpd.Originality;
using TeacherCpd.Originality.Index;
using EvidenceKind = TeacherCpd.Domain.Attestation.EvidenceKind;

namespace TeacherCpd.Infrastructure.Demo;

/// <summary>Evidence and observation sheets of a case.</summary>
internal sealed class DemoEvidence(AppDbContext db, DemoWorld world, CaseChain chain, IFileStore files, AttestationRules rules, Guid ruleSetId)
{
    /// <summary>Why points are others than what was claimed.</summary>
    public static Dictionary<string, string> ReasonsOf(AttestationCase attestationCase, Dictionary<string, int> points) =>
        attestationCase.ClaimsChangedBy(points).ToDictionary(c => c, _ => "Дәлелде көрсетілген деңгей мәлімделгеннен төмен: ұйымдық кеңестің хаттамасы қоса берілген.");

    /// <summary>Puts evidence to the criteria of a case that is open, and claims points.</summary>
    public async Task AddAsync(AttestationCase attestationCase, Person person, Organisation school, CancellationToken cancellationToken)
    {
        var sheets = await AddSheetsAsync(attestationCase, person, school, cancellationToken);
        var items = new List<(EvidenceItem Item, string Criterion)>();
        foreach (var (kind, title, daysAgo, level, criterion) in new[]
        {
            (EvidenceKind.PupilResults, "Үш жылдағы білім сапасы: 7–9 сыныптар", 40, (EvidenceLevel?)null, "1.1"),
            (EvidenceKind.PupilContest, "Аудандық олимпиада: екінші орын, оқушым", 120, EvidenceLevel.District, "2.1"),
            (EvidenceKind.OwnContest, "«Үздік педагог» байқауының аудандық кезеңі", 210, EvidenceLevel.District, "2.2"),
            (EvidenceKind.Material, "Функционалдық сауаттылық тапсырмалары, әдістемелік құрал", 150, EvidenceLevel.Organisation, "3.1"),
            (EvidenceKind.Talk, "Аудандық семинардағы баяндама: топтық жұмыс", 90, EvidenceLevel.District, "3.2"),
        })
        {
            var file = await FileAsync($"{title}.txt", $"{title}. Растайтын құжаттың көшірмесі.", cancellationToken);
            var item = EvidenceItem.Add(
                Guid.CreateVersion7(), person.Id, new EvidenceFacts(kind, title, world.Today.AddDays(-daysAgo), level), file, consents: true, world.Ago(30), world.Today).Value;
            items.Add((item, criterion));
        }

        items.AddRange(sheets.Select(s => (
            EvidenceItem.TakeOver(
                person.Id, new EvidenceFacts(EvidenceKind.Observation, $"{s.Subject}, {s.ClassName}", s.On, null), EvidenceOrigin.Observation, s.Id, null, null, world.Ago(12)),
            "1.2")));
        db.CaseEssays.Add(Essay(attestationCase));
        foreach (var (item, criterion) in items)
        {
            db.EvidenceItems.Add(item);
            DemoWorld.Ok(attestationCase.PutEvidence(item, criterion, world.Ago(8)));
        }

        // something that the person keeps and has not allowed to be used
        db.EvidenceItems.Add(EvidenceItem.Add(
            Guid.CreateVersion7(),
            person.Id,
            new EvidenceFacts(EvidenceKind.Publication, "Мақала: сабақтағы диалог", world.Today.AddDays(-300), EvidenceLevel.Region),
            await FileAsync("Мақала.txt", "Сабақтағы диалог туралы мақала.", cancellationToken),
            consents: false,
            world.Ago(20),
            world.Today).Value);
        var year = ObservationYear.Of(rules.Observation!, [.. sheets.Select(s => new ObservedPoints(s.On, s.LessonNumber, s.Part, s.Points))]);
        DemoWorld.Ok(attestationCase.Claim(new Dictionary<string, int> { ["1.1"] = 2, ["1.2"] = year.Points!.Value, ["2.1"] = 3, ["2.2"] = 2, ["3.1"] = 3, ["3.2"] = 2 }));
    }

    // handed in and queued: the next sweep compares it with what others wrote
    private CaseEssay Essay(AttestationCase attestationCase)
    {
        var voice = new DemoVoice(new Bogus.Randomizer(20260902), isKazakh: true);
        var text = voice.Sentence();
        while (EssayWords.Count(text) < rules.Essay!.WordsFrom)
        {
            text = $"{text} {voice.Sentence()}";
        }

        var essay = new CaseEssay { CaseId = attestationCase.Id };
        essay.Keep("Менің үздік сабағым", text);
        DemoWorld.Ok(essay.HandIn(rules.Essay!, PackedFingerprints.Pack(Fingerprints.OfDocument(PreparedText.From(text))), world.Ago(6)));
        return essay;
    }

    private async Task<List<LessonObservation>> AddSheetsAsync(AttestationCase attestationCase, Person person, Organisation school, CancellationToken cancellationToken)
    {
        var form = rules.Observation!.Form(ObservationVariant.Lesson)!;
        var colleague = world.Teachers.First(t => t.School.Id == school.Id && t.Person.Id != person.Id).Person;
        var member = world.Of(DemoAccounts.Commission[1]);
        var methodist = world.Of(DemoAccounts.RegionalOfficer);
        var sheets = new List<LessonObservation>();
        foreach (var (observer, part, daysAgo, number, lift) in new[]
        {
            (colleague, ObserverPart.Organisation, 60, 2, 3),
            (member, ObserverPart.CommissionMember, 47, 1, 5),
            (methodist, ObserverPart.MethodOffice, 47, 1, 7),
            (colleague, ObserverPart.Organisation, 33, 4, 9),
            (methodist, ObserverPart.MethodOffice, 19, 3, 8),
            (colleague, ObserverPart.Organisation, 13, 2, 10),
        })
        {
            var sheet = Begin(person, observer, part, school, form, daysAgo, number);

            // twos throughout, and threes on the first indicators
            DemoWorld.Ok(sheet.Fill([.. Enumerable.Range(0, form.Count).Select(i => (int?)(i < lift ? 3 : 2))], "Рефлексияға көбірек уақыт бөліңіз, топтардың жұмысын оқушылар өзі бағаласын."));
            DemoWorld.Ok(sheet.Sign(world.Ago(Math.Max(1, daysAgo - 1))));
            if (daysAgo > 15)
            {
                DemoWorld.Ok(sheet.Acknowledge(daysAgo == 47 ? "Рахмет, келесі сабақта рефлексияны ертерек бастаймын." : "", world.Ago(daysAgo - 2)));
            }

            sheets.Add(sheet);
        }

        var last = sheets[^1];
        await chain.AppendAsync(
            attestationCase,
            ChainKind.Observation,
            last.Id,
            last.SignedAt!.Value,
            new JsonObject
            {
                ["observerId"] = last.ObserverId.ToString(),
                ["part"] = last.Part.ToString(),
                ["on"] = last.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                ["points"] = last.Points,
                ["sha256"] = last.Sha256,
            },
            cancellationToken);

        // a sheet that a member has begun and not signed
        var draft = Begin(colleague, world.Of(DemoAccounts.Commission[0]), ObserverPart.CommissionMember, school, form, 1, 3);
        DemoWorld.Ok(draft.Fill([2, 3, 2, null, 2], ""));
        return sheets;
    }

    private LessonObservation Begin(Person teacher, Person observer, ObserverPart part, Organisation school, ObservationForm form, int daysAgo, int number)
    {
        var lesson = new ObservedLesson(
            world.Today.AddDays(-daysAgo), number, "Математика", "8 «А»", "Квадрат теңдеулер: есеп шығарудың тиімді жолын таңдау және дәлелдеу");
        var sheet = LessonObservation.Begin(
            Guid.CreateVersion7(), teacher.Id, observer.Id, part, school.Id, ruleSetId, form, lesson, world.Ago(daysAgo), world.Today).Value;
        db.LessonObservations.Add(sheet);
        return sheet;
    }

    private async Task<EvidenceFile> FileAsync(string name, string text, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var stored = (await files.SaveAsync(content, content.Length, cancellationToken)).Value;
        return new EvidenceFile(name, "text/plain", stored.Sha256);
    }
}
