namespace TeacherCpd.Domain.Attestation.Rules;

/// <summary>A category kept or awarded without attestation.</summary>
/// <param name="Category">Null where something has to be known first.</param>
/// <param name="ByCommission">Whether a commission gives it; else the head's order does.</param>
/// <param name="Reason">Why.</param>
internal sealed record Award(string? Category, bool ByCommission, Reason Reason);

/// <summary>A rule that keeps or awards a category without attestation.</summary>
internal interface IAwardRule
{
    /// <summary>The award, or null where the rule gives none.</summary>
    Award? Find(CaseUnderRules c);
}

/// <summary>After a year a trainee becomes teacher by an order of the head (paragraph 6).</summary>
internal sealed class TraineeBecomesTeacher : IAwardRule
{
    public Award? Find(CaseUnderRules c)
    {
        var rule = c.Rules.Trainee;
        if (c.Held != rule.From || c.Question.Claimed != rule.To)
        {
            return null;
        }

        var served = c.Question.ExperienceYears is { } years
            ? years >= rule.AfterYears
            : c.Question.Current?.GrantedOn?.AddYears(rule.AfterYears) <= c.Question.On;
        return served ? new(rule.To, false, Reason.Of(rule.Paragraph, ReasonCodes.TraineeAwarded, rule.AfterYears)) : null;
    }
}

/// <summary>Not more than four years to the pension: exempt, the category is kept on application (paragraph 30).</summary>
internal sealed class CategoryKeptBeforePension : IAwardRule
{
    public Award? Find(CaseUnderRules c) =>
        !c.Question.WorkingPensioner
        && c.ClaimsNoMoreThanHeld
        && c.Question.YearsToPension is { } years
        && years >= 0
        && years <= c.Rules.Pension.YearsBefore
            ? new(c.Held, false, Reason.Of(
                c.Rules.Pension.Paragraph, ReasonCodes.KeptBeforePension, ReasonName.Category(c.Held!), years, c.Rules.Pension.YearsBefore))
            : null;
}

/// <summary>After illness, parental leave, study or service the category is kept up to two years (paragraph 29).</summary>
internal sealed class CategoryKeptAfterLeave : IAwardRule
{
    public Award? Find(CaseUnderRules c)
    {
        if (!c.ClaimsNoMoreThanHeld || c.Question.ReturnedOn is not { } returned || returned > c.Question.On)
        {
            return null;
        }

        var until = returned.AddYears(c.Rules.Leave.Years);
        return c.Question.On <= until
            ? new(c.Held, false, Reason.Of(c.Rules.Leave.Paragraph, ReasonCodes.KeptAfterLeave, ReasonName.Category(c.Held!), until))
            : null;
    }
}

/// <summary>
/// Whoever moves to another organisation in the same kind of post keeps the category to the end of its term: teachers by paragraph 27,
/// heads and deputies by paragraph 36. Where less than two years are left, teachers keep it for two years after the move (paragraph 29).
/// </summary>
internal sealed class CategoryKeptOnMove : IAwardRule
{
    public Award? Find(CaseUnderRules c)
    {
        if (!c.ClaimsNoMoreThanHeld
            || c.BroughtFrom is not null
            || c.Question.AppointedOn is not { } appointed
            || appointed > c.Question.On
            || c.Question.Current?.GrantedOn is not { } granted
            || granted > appointed)
        {
            return null;
        }

        var ends = c.Rules.ValidUntil(c.Ladder, granted);
        if (appointed > ends)
        {
            return null;
        }

        var twoYears = appointed.AddYears(c.Rules.Leave.Years);
        var (paragraph, until) = (c.IsTeacherOrMethodist, ends >= twoYears) switch
        {
            (false, _) => (c.Rules.OtherPost.Paragraph, ends),
            (true, true) => (c.Rules.MoveParagraph, ends),
            (true, false) => (c.Rules.Leave.Paragraph, twoYears),
        };
        return c.Question.On <= until
            ? new(c.Held, false, Reason.Of(paragraph, ReasonCodes.KeptOnMove, ReasonName.Category(c.Held!), until))
            : null;
    }
}

/// <summary>
/// A category goes along to another kind of post (paragraph 36): between head and deputy to the end of its term,
/// between teacher and deputy up to two years after the appointment, from head or deputy to methodist as it is and to its end.
/// </summary>
internal sealed class CategoryCarriedToOtherPost : IAwardRule
{
    public Award? Find(CaseUnderRules c)
    {
        if (!c.ClaimsNoMoreThanHeld || c.BroughtFrom is not { } from)
        {
            return null;
        }

        var rule = c.Rules.OtherPost;
        var leaderBecomesMethodist = c.Ladder == Ladder.Methodist && !IsTeachers(from);
        var equal = leaderBecomesMethodist ? c.Held! : c.HeldHere ?? c.Held!;
        var betweenTeacherAndDeputy = !leaderBecomesMethodist && IsTeachers(from) != IsTeachers(c.Ladder);
        if (c.HeldHere is null && !leaderBecomesMethodist)
        {
            return null;
        }

        if (c.Question.Current?.GrantedOn is not { } granted)
        {
            return new(null, false, Reason.Needs(rule.Paragraph, "current.grantedOn"));
        }

        var until = c.Rules.ValidUntil(from, granted);
        if (betweenTeacherAndDeputy)
        {
            if (c.Question.AppointedOn is not { } appointed)
            {
                return new(null, false, Reason.Needs(rule.Paragraph, "appointedOn"));
            }

            if (appointed > until)
            {
                return null;
            }

            until = appointed.AddYears(rule.KeepYears);
        }

        return c.Question.On <= until
            ? new(equal, false, Reason.Of(
                rule.Paragraph, ReasonCodes.KeptInOtherPost, ReasonName.Category(c.Held!), ReasonName.Category(equal), until))
            : null;
    }

    private static bool IsTeachers(Ladder ladder) => ladder is Ladder.Teacher or Ladder.Methodist;
}

/// <summary>Years in production by the profile taught, in vocational education (paragraph 28).</summary>
internal sealed class YearsInProduction : IAwardRule
{
    public Award? Find(CaseUnderRules c)
    {
        var rule = c.Rules.Production;
        if (c.Ladder != Ladder.Teacher || c.Question.ProductionYears is not { } years)
        {
            return null;
        }

        if (c.Question.Organisation is not { } organisation)
        {
            return new(null, true, Reason.Needs(rule.Paragraph, "organisation"));
        }

        var best = rule.Years.Where(y => years >= y.Value).OrderByDescending(y => y.Value).FirstOrDefault();
        return best.Key is not null && rule.Organisations.Contains(organisation) && c.Steps.Rank(best.Key) > c.HeldRank
            ? new(best.Key, true, Reason.Of(
                rule.Paragraph, ReasonCodes.AwardedForProduction, ReasonName.Category(best.Key), years, best.Value))
            : null;
    }
}

/// <summary>Moderator for one of several distinctions (paragraph 32).</summary>
internal sealed class DirectModerator : IAwardRule
{
    public Award? Find(CaseUnderRules c)
    {
        var rule = c.Rules.DirectModerator;
        var fact = rule.Facts.FirstOrDefault(c.Has);
        return c.IsTeacherOrMethodist && fact is not null && c.Steps.Rank(rule.Category) > c.HeldRank
            ? new(rule.Category, true, Reason.Of(
                rule.Paragraph, ReasonCodes.AwardedDirectly, ReasonName.Category(rule.Category), new ReasonName($"fact.{fact}")))
            : null;
    }
}

/// <summary>
/// The special programme for regions short of teachers: graduates become moderators, experts and researchers rise by
/// one category (paragraph 33).
/// </summary>
internal sealed class SpecialProgrammeAward : IAwardRule
{
    public Award? Find(CaseUnderRules c)
    {
        if (!c.IsTeacherOrMethodist)
        {
            return null;
        }

        var rule = c.Rules.SpecialProgramme;
        var category = c.Has(AttestationFacts.SpecialProgrammeHire) && c.HeldHere is not null && rule.OneUpFrom.Contains(c.HeldHere)
            ? c.Steps.Categories[c.HeldRank + 1]
            : c.Has(AttestationFacts.SpecialProgrammeGraduate) && c.Steps.Rank(rule.Graduate) > c.HeldRank
                ? rule.Graduate
                : null;
        return category is null
            ? null
            : new(category, true, Reason.Of(rule.Paragraph, ReasonCodes.AwardedSpecialProgramme, ReasonName.Category(category)));
    }
}

/// <summary>
/// First category on the appointment of heads and deputies: from the reserve of leaders of change, or from education
/// authorities with higher pedagogical education and five years of civil service (paragraph 34).
/// </summary>
internal sealed class FirstCategoryForLeaders : IAwardRule
{
    public Award? Find(CaseUnderRules c)
    {
        var rule = c.Rules.LeaderAward;
        if (!rule.Category.TryGetValue(c.Ladder, out var category) || c.Steps.Rank(category) <= c.HeldRank)
        {
            return null;
        }

        var name = ReasonName.Category(category);
        if (c.Has(AttestationFacts.LeadersOfChangeReserve))
        {
            return new(category, true, Reason.Of(
                rule.Paragraph, ReasonCodes.AwardedDirectly, name, new ReasonName($"fact.{AttestationFacts.LeadersOfChangeReserve}")));
        }

        if (!c.Has(AttestationFacts.FromAuthority) || !c.Question.HigherPedagogical)
        {
            return null;
        }

        return c.Question.CivilServiceYears switch
        {
            null => new(null, true, Reason.Needs(rule.Paragraph, "civilServiceYears")),
            { } years when years >= rule.CivilServiceYears => new(category, true, Reason.Of(
                rule.Paragraph, ReasonCodes.AwardedCivilService, name, years, rule.CivilServiceYears)),
            _ => null,
        };
    }
}
