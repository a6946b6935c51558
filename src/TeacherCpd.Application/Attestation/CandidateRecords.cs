using AutoMapper;
using AutoMapper.QueryableExtensions;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Attestation.Categories;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Certificates;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Organisations;
using TeacherCpd.Domain.Programmes;

namespace TeacherCpd.Application.Attestation;

/// <summary>The person has no job now.</summary>
public sealed record NoPresentEmployment() : Error("no_present_employment", ErrorKind.Conflict);

/// <summary>The rules know no ladder for the position held.</summary>
public sealed record PositionNotAttested() : Error("position_not_attested", ErrorKind.Conflict);

/// <summary>A category that a person holds or held.</summary>
/// <param name="Paragraph">Paragraph by which it was given without attestation; null else.</param>
public sealed record CategoryView(string Category, DateOnly GrantedOn, DateOnly? ValidUntil, string Ground, string? Paragraph);

internal sealed class CategoryProfile : Profile
{
    public CategoryProfile() => CreateMap<CategoryRecord, CategoryView>();
}

/// <summary>A job, with what the rules ask about its organisation.</summary>
internal sealed record Job(
    Guid OrganisationId, Position Position, DateOnly From, DateOnly? To, OrganisationKind Kind, OrganisationKind? Above)
{
    public bool CoversDay(DateOnly day) => From <= day && (To is null || To >= day);
}

/// <summary>A time away that stops the term of a category.</summary>
internal sealed record Pause(DateOnly From, DateOnly? To);

/// <summary>A certificate as far as its hours matter.</summary>
internal sealed record CertificateRow(
    string Serial, string ProgrammeCode, LocalizedText Title, int? Hours, DateOnly IssuedOn, ProgrammeVersionStatus Status, bool HasApproval)
{
    // a programme withdrawn later was agreed when the certificate was earned; a pilot was not
    public bool Agreed => Status.WasAgreed() || HasApproval;
}

/// <summary>What the product knows of a candidate. The rules are asked with it, for a claim and for an open case alike.</summary>
internal sealed class CandidateRecords
{
    private const int MonthsOfYear = 12;
    private const int YearsWithoutCategory = 5;

    private static readonly Position[] Pedagogical = [Position.Teacher, Position.Deputy, Position.Head, Position.Trainer];

    private readonly IReadOnlyList<Job> jobs;
    private readonly DateOnly? lastDecidedOn;
    private readonly IReadOnlyList<Pause> pauses;

    /// <summary>What is known of somebody, for use cases that read many people at once.</summary>
    public CandidateRecords(IReadOnlyList<Job> jobs, IReadOnlyList<CategoryView> categories, IReadOnlyList<CertificateRow> certificates, DateOnly? lastDecidedOn, IReadOnlyList<Pause> pauses, string? iin)
    {
        this.jobs = jobs;
        this.pauses = pauses;
        Iin = iin;
        this.lastDecidedOn = lastDecidedOn;
        Categories = categories;
        Certificates = certificates;
    }

    /// <summary>National number; null where it was not read.</summary>
    public string? Iin { get; }

    /// <summary>Categories, the newest first.</summary>
    public IReadOnlyList<CategoryView> Categories { get; }

    /// <summary>Certificates that stand, the newest first.</summary>
    public IReadOnlyList<CertificateRow> Certificates { get; }

    /// <summary>The category held; null for none.</summary>
    public CategoryView? Now => Categories.Count > 0 ? Categories[0] : null;

    /// <summary>Last day of the category held, times away counted in; null without a term, or while the term stands still.</summary>
    public DateOnly? EndsOn(AttestationRules rules) =>
        Now is { } now ? CategoryTerm.Ends(now.ValidUntil, now.GrantedOn, pauses.Select(p => (p.From, p.To)), rules.Leave.Years) : null;

    /// <summary>Reads them: six queries.</summary>
    public static async Task<CandidateRecords> LoadAsync(IAppDbContext db, IMapper mapper, Guid personId, CancellationToken cancellationToken)
    {
        var jobs = await db.Persons
            .Where(p => p.Id == personId)
            .SelectMany(p => p.Employments)
            .Join(db.Organisations, e => e.OrganisationId, o => o.Id, (e, o) => new Job(
                o.Id, e.Position, e.From, e.To, o.Kind, db.Organisations.Where(a => a.Id == o.ParentId).Select(a => (OrganisationKind?)a.Kind).FirstOrDefault()))
            .ToListAsync(cancellationToken);
        var categories = await db.CategoryRecords
            .Where(r => r.PersonId == personId)
            .OrderByDescending(r => r.GrantedOn)
            .ProjectTo<CategoryView>(mapper.ConfigurationProvider)
            .ToListAsync(cancellationToken);
        var certificates = await (
            from certificate in db.Certificates
            join version in db.ProgrammeVersions on certificate.ProgrammeVersionId equals version.Id
            join programme in db.Programmes on version.ProgrammeId equals programme.Id
            where certificate.PersonId == personId && certificate.Kind == CertificateKind.Course && certificate.Status == CertificateStatus.Valid
            orderby certificate.IssuedOn descending
            select new CertificateRow(
                certificate.Serial, programme.Code, certificate.ProgrammeTitle, certificate.Hours, certificate.IssuedOn, version.Status, version.Approvals.Any()))
            .ToListAsync(cancellationToken);
        var lastDecidedAt = await (
            from protocol in db.Protocols
            join decided in db.AttestationCases on protocol.CaseId equals decided.Id
            where decided.PersonId == personId
            orderby protocol.DecidedAt descending
            select (DateTime?)protocol.DecidedAt)
            .FirstOrDefaultAsync(cancellationToken);
        var pauses = await db.CategoryPauses.Where(p => p.PersonId == personId).Select(p => new Pause(p.From, p.To)).ToListAsync(cancellationToken);
        var iin = await db.Persons.Where(p => p.Id == personId).Select(p => p.Iin).SingleOrDefaultAsync(cancellationToken);
        return new CandidateRecords(jobs, categories, certificates, lastDecidedAt is { } at ? Clock.DayOf(at) : null, pauses, iin);
    }

    /// <summary>The job held on a day; of several the one with a ladder, then the latest.</summary>
    public Job? JobOn(DateOnly day) => jobs
        .Where(j => j.CoversDay(day))
        .OrderByDescending(j => LadderOf(j.Position) is not null)
        .ThenByDescending(j => j.From)
        .FirstOrDefault();

    /// <summary>The ladder of the position held on a day.</summary>
    public Result<Ladder> LadderOn(DateOnly day) => JobOn(day) switch
    {
        null => new NoPresentEmployment(),
        { } job => LadderOf(job.Position) is { } ladder ? ladder : new PositionNotAttested(),
    };

    /// <summary>The question that the rules answer about a claim.</summary>
    /// <param name="claimed">Category claimed.</param>
    /// <param name="ladder">Ladder of the claim.</param>
    /// <param name="held">Category held when the claim is made; null for none.</param>
    /// <param name="organisationId">Organisation for which the claim is made.</param>
    /// <param name="on">The day.</param>
    public AttestationQuestion Question(string claimed, Ladder ladder, string? held, Guid organisationId, DateOnly on)
    {
        var place = jobs.FirstOrDefault(j => j.OrganisationId == organisationId);
        return new AttestationQuestion
        {
            On = on,
            Ladder = ladder,
            Organisation = place?.Kind == OrganisationKind.School ? EducationType.School : null,
            SubordinateTo = place?.Above switch
            {
                OrganisationKind.Region => CommissionLevel.Region,
                OrganisationKind.Ministry => CommissionLevel.Ministry,
                _ => CommissionLevel.District,
            },
            Current = held is null ? null : Holding(held),
            Claimed = claimed,
            ExperienceYears = ExperienceYears(on),
            LastAttestedOn = lastDecidedOn,
        };
    }

    /// <summary>
    /// What keeps the category held without attestation on a day: the pension, a return, a move (paragraphs 27 to 36); null for nothing.
    /// Whoever claims attestation all the same is attested, so a claim is not asked about with it.
    /// </summary>
    public AttestationAnswer? KeptOn(AttestationRules rules, DateOnly on)
    {
        if (Now is not { } now || CategoryRecord.IsLowestStep(now.Category) || JobOn(on) is not { } job || LadderOn(on) is not { IsOk: true, Value: var ladder })
        {
            return null;
        }

        var answer = AttestationAssessment.Answer(rules, Question(now.Category, ladder, now.Category, job.OrganisationId, on) with
        {
            // what the special programme gave has to be confirmed on a move (paragraph 33, part 2)
            AppointedOn = now.Paragraph == rules.SpecialProgramme.Paragraph ? null : MovedOn(on),
            ReturnedOn = ReturnedOn(on),
            YearsToPension = YearsToPension(rules, on),
        });
        return answer.AttestationRequired == false ? answer : null;
    }

    // a first post is no move
    private DateOnly? MovedOn(DateOnly on) =>
        JobOn(on) is { } job && jobs.Any(j => j.From < job.From && (j.OrganisationId != job.OrganisationId || j.Position != job.Position)) ? job.From : null;

    // only a pause that fell into the term of the category held has stopped it
    private DateOnly? ReturnedOn(DateOnly on) => pauses
        .Where(p => p.To < on && (Now is null || p.To >= Now.GrantedOn))
        .Max(p => p.To)?.AddDays(1);

    private decimal? YearsToPension(AttestationRules rules, DateOnly on) =>
        Iin is not null && PensionAge.DayOf(rules, Iin) is { } day && day >= on ? decimal.Round((decimal)WholeMonths(on, day) / MonthsOfYear, 2) : null;

    /// <summary>First day from which courses count: since the last category, or five years back.</summary>
    public DateOnly HoursFrom(DateOnly on) => Now?.GrantedOn ?? on.AddYears(-YearsWithoutCategory);

    /// <summary>Hours of courses that count on a day.</summary>
    public int CourseHoursOn(AttestationRules rules, DateOnly on) => Count(rules, on, Certificates);

    /// <summary>Every certificate, with the hours that it adds and why no more.</summary>
    public IReadOnlyList<CountedCertificate> CountedOn(AttestationRules rules, DateOnly on)
    {
        var counting = Certificates
            .Where(c => Count(rules, on, [c]) > 0)
            .GroupBy(c => c.ProgrammeCode)
            .Select(p => p.MaxBy(c => c.Hours)!)
            .ToHashSet();
        return [.. Certificates.Select(c => new CountedCertificate(
            c.Serial, c.Title, c.IssuedOn, c.Hours, counting.Contains(c) ? c.Hours!.Value : 0, OutcomeOf(c, counting.Contains(c), rules, on)))];
    }

    private static Ladder? LadderOf(Position position) => position switch
    {
        Position.Teacher => Ladder.Teacher,
        Position.Deputy => Ladder.Deputy,
        Position.Head => Ladder.Head,
        Position.Trainer or Position.Staff => null,
    };

    private int Count(AttestationRules rules, DateOnly on, IReadOnlyList<CertificateRow> certificates) => CourseHours.Count(
        certificates.Where(c => c.Hours is not null).Select(c => (c.ProgrammeCode, c.Hours!.Value, c.IssuedOn, c.Agreed)),
        HoursFrom(on),
        on,
        rules.Courses.CertificateValidYears);

    private HoursOutcome OutcomeOf(CertificateRow certificate, bool counts, AttestationRules rules, DateOnly on) => certificate switch
    {
        _ when counts => HoursOutcome.Counts,
        { Agreed: false } => HoursOutcome.NotAgreed,
        { Hours: null } => HoursOutcome.NoHours,
        _ when Count(rules, on, [certificate]) > 0 => HoursOutcome.SameProgramme,
        _ => HoursOutcome.TooOld,
    };

    private HeldCategory Holding(string category)
    {
        var inARow = Categories.SkipWhile(c => c.Category != category).TakeWhile(c => c.Category == category).ToList();
        return new HeldCategory(category, inARow.Count > 0 ? inARow[0].GrantedOn : null, Math.Max(0, inARow.Count - 1));
    }

    // Whoever had a category before the first job on record worked before it: then the record is not whole, and what it
    // adds up to says nothing.
    private decimal? ExperienceYears(DateOnly on)
    {
        var spans = jobs.Where(j => Pedagogical.Contains(j.Position) && j.From <= on).OrderBy(j => j.From).ToList();
        if (Categories.Any(c => spans.Count == 0 || c.GrantedOn < spans[0].From))
        {
            return null;
        }

        var months = 0;
        var counted = DateOnly.MinValue;
        foreach (var job in spans)
        {
            var from = job.From > counted ? job.From : counted;
            var to = job.To is { } end && end < on ? end : on;
            if (to > from)
            {
                months += WholeMonths(from, to);
                counted = to;
            }
        }

        return decimal.Round((decimal)months / MonthsOfYear, 2);
    }

    private static int WholeMonths(DateOnly from, DateOnly to) =>
        ((to.Year - from.Year) * MonthsOfYear) + to.Month - from.Month - (to.Day < from.Day ? 1 : 0);
}

/// <summary>Whether a certificate's hours count, and why not.</summary>
public enum HoursOutcome
{
    /// <summary>They count.</summary>
    Counts,

    /// <summary>The programme was never agreed.</summary>
    NotAgreed,

    /// <summary>Another certificate of the same programme counts.</summary>
    SameProgramme,

    /// <summary>Issued before the period, or longer ago than a certificate counts.</summary>
    TooOld,

    /// <summary>The certificate names no hours.</summary>
    NoHours,
}

/// <summary>A certificate and what it adds to the hours of courses.</summary>
public sealed record CountedCertificate(string Serial, LocalizedText Title, DateOnly IssuedOn, int? Hours, int Counted, HoursOutcome Outcome);
