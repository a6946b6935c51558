using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.ReferenceData;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Organisations;
using TeacherCpd.Domain.Programmes;

namespace TeacherCpd.Application.Organisations;

/// <summary>
/// Adds the organisations, programmes, rubric and attestation rules that the product begins with. What is there, found
/// by its natural key, stays as it is: people may have changed it.
/// </summary>
[SystemOnly]
public sealed record SeedReferenceDataCommand : ICommand<SeededReferenceData>;

/// <summary>How many records were added.</summary>
public sealed record SeededReferenceData(int Organisations, int Programmes, int Rubrics, int RuleSets);

internal sealed class SeedReferenceDataHandler(IAppDbContext db, TimeProvider time) : IRequestHandler<SeedReferenceDataCommand, Result<SeededReferenceData>>
{
    public async Task<Result<SeededReferenceData>> Handle(SeedReferenceDataCommand request, CancellationToken cancellationToken)
    {
        var places = await AddOrganisationsAsync(cancellationToken);
        var (rubric, rubrics) = await AddRubricAsync(places.Centre, cancellationToken);
        var programmes = await AddProgrammesAsync(rubric, places, cancellationToken);
        var ruleSets = await AddRuleSetsAsync(cancellationToken);
        return new SeededReferenceData(places.Added, programmes, rubrics, ruleSets);
    }

    private async Task<Places> AddOrganisationsAsync(CancellationToken cancellationToken)
    {
        var data = ReferenceFiles.Organisations();
        var known = await db.Organisations.AsNoTracking().ToDictionaryAsync(o => o.Path, cancellationToken);
        var before = known.Count;
        var ministry = Keep(Organisation.Root(data.Ministry.Code, data.Ministry.Name));
        foreach (var region in data.Regions)
        {
            var top = Keep(ministry.Under(OrganisationKind.Region, region.Code, region.Name));
            foreach (var district in region.Districts)
            {
                Keep(top.Under(OrganisationKind.District, district.Code, district.Name));
            }
        }

        var centre = Keep(ministry.Under(OrganisationKind.Centre, data.Centre.Code, data.Centre.Name));
        var assessment = Keep(ministry.Under(OrganisationKind.AssessmentCentre, data.AssessmentCentre.Code, data.AssessmentCentre.Name));
        await AddProviderAsync(centre.Id, data.Provider, cancellationToken);
        return new Places(centre.Id, assessment.Id, known.Count - before);

        Organisation Keep(Organisation organisation)
        {
            if (known.TryGetValue(organisation.Path, out var there))
            {
                return there;
            }

            db.Organisations.Add(organisation);
            known.Add(organisation.Path, organisation);
            return organisation;
        }
    }

    private async Task<(Guid Id, int Added)> AddRubricAsync(Guid centreId, CancellationToken cancellationToken)
    {
        var data = ReferenceFiles.Rubric();
        var known = await db.Rubrics
            .Where(r => r.Code == data.Code && r.Number == data.Number)
            .Select(r => (Guid?)r.Id)
            .SingleOrDefaultAsync(cancellationToken);
        if (known is { } id)
        {
            return (id, 0);
        }

        var rubric = new Rubric
        {
            Code = data.Code,
            Number = data.Number,
            CentreId = centreId,
            Title = data.Title,
            PublishedAt = time.UtcNow(),
        };
        foreach (var criterion in data.Criteria)
        {
            rubric.Add(new CriterionContent(criterion.Code, criterion.Title, criterion.Unsatisfactory, criterion.Satisfactory, criterion.Good));
        }

        db.Rubrics.Add(rubric);
        return (rubric.Id, 1);
    }

    private async Task<int> AddProgrammesAsync(Guid rubricId, Places places, CancellationToken cancellationToken)
    {
        var data = ReferenceFiles.Programmes();
        var known = await db.Programmes.Select(p => p.Code).ToListAsync(cancellationToken);
        var missing = data.Programmes.Where(p => !known.Contains(p.Code)).ToList();
        var documents = missing.Count > 0 ? await DocumentsAsync(data, cancellationToken) : [];
        foreach (var entry in missing)
        {
            var programme = Make(entry, places, documents);
            db.Programmes.Add(programme);
            db.AssessmentPlans.AddRange(programme.Versions.Select(v => Plan(entry, v.Id, rubricId)));
        }

        return missing.Count;
    }

    // a protocol serves several versions: one row each, also with those of programmes added earlier
    private async Task<Dictionary<string, ApprovalDocument>> DocumentsAsync(ProgrammeFile data, CancellationToken cancellationToken)
    {
        var known = await db.ProgrammeVersions.SelectMany(v => v.Approvals).Distinct().ToListAsync(cancellationToken);
        return data.Documents.ToDictionary(
            d => d.Key,
            d => known.Find(k => k.Kind == d.Value.Kind && k.Number == d.Value.Number && k.Date == d.Value.Date)
                ?? new ApprovalDocument { Kind = d.Value.Kind, Number = d.Value.Number, Date = d.Value.Date });
    }

    private static AssessmentPlan Plan(ProgrammeEntry entry, Guid versionId, Guid rubricId) => new()
    {
        ProgrammeVersionId = versionId,
        Number = 1,
        RubricId = rubricId,
        Reports = entry.Plan?.Reports ?? 1,
        HasPresentation = entry.Plan?.HasPresentation ?? false,
        IsChecked = entry.Plan?.IsChecked ?? true,
        Basis = entry.Plan?.Basis ?? "",
    };

    private static Programme Make(ProgrammeEntry entry, Places places, Dictionary<string, ApprovalDocument> documents)
    {
        var none = new LocalizedText("", "", "");
        var programme = new Programme
        {
            Code = entry.Code,
            Title = entry.Title,
            Direction = entry.Direction,
            Aliases = string.Join('\n', entry.Aliases),
            CentreId = places.Centre,
            Audiences = entry.Audiences,
            Level = entry.Level,
            Family = entry.Family ?? none,
            Subject = entry.Subject ?? none,
        };
        foreach (var a in entry.Accreditations ?? [])
        {
            programme.Add(new ProgrammeAccreditation { ProgrammeId = programme.Id, Agency = a.Agency, Status = a.Status, Year = a.Year });
        }

        // of some of the accredited ones the source tells no more than the name
        if (entry.Audience is null)
        {
            return programme;
        }

        var approvals = (entry.Approvals ?? []).Select(key => documents[key]).ToList();
        var version = new ProgrammeVersion
        {
            ProgrammeId = programme.Id,
            Number = 1,
            Status = approvals.Exists(a => a.Kind == ApprovalKind.CommitteeLetter) ? ProgrammeVersionStatus.Listed : ProgrammeVersionStatus.Agreed,
            Hours = entry.Hours,
            Format = entry.Format,
            Audience = entry.Audience,
            DevelopedIn = entry.DevelopedIn,
            FinalAssessment = entry.FinalAssessment,
            ApplicationSteps = entry.Steps ?? ApplicationSteps.Branch,
            TeamSize = entry.TeamSize,
            AssessingBodyId = entry.FinalAssessment is FinalAssessment.External or FinalAssessment.PortfolioAndPresentation ? places.Assessment : null,
        };
        foreach (var phase in entry.Phases ?? [])
        {
            version.AddPhase(phase.Kind, phase.Hours, phase.Days, phase.Weeks);
        }

        approvals.ForEach(version.Approve);
        programme.Add(version);
        return programme;
    }

    private async Task AddProviderAsync(Guid centreId, ProviderEntry entry, CancellationToken cancellationToken)
    {
        if (await db.Providers.AnyAsync(p => p.OrganisationId == centreId, cancellationToken))
        {
            return;
        }

        var provider = new Provider { OrganisationId = centreId };
        provider.Add(new QualityReview
        {
            ProviderId = provider.Id,
            Date = entry.ReviewedOn,
            Result = ReviewResult.Passed,
            Document = entry.ReviewDocument,
        });
        provider.Add(new ProviderAccreditation
        {
            ProviderId = provider.Id,
            Agency = entry.Agency,
            Number = entry.Number,
            ValidFrom = entry.ValidFrom,
        });
        db.Providers.Add(provider);
    }

    private async Task<int> AddRuleSetsAsync(CancellationToken cancellationToken)
    {
        var known = await db.RuleSets.Select(r => r.Code).ToListAsync(cancellationToken);
        var added = 0;
        foreach (var json in BundledRuleSets.All)
        {
            var rules = AttestationRules.Parse(json).Value;
            if (!known.Contains(rules.Code))
            {
                var edition = RuleSet.Of(rules, json);
                edition.PutInForce(rules.ValidFrom);
                if (rules.ValidTo is { } last)
                {
                    edition.End(last);
                }

                db.RuleSets.Add(edition);
                added++;
            }
        }

        return added;
    }

    private sealed record Places(Guid Centre, Guid Assessment, int Added);
}
