{#-
    Every row with every row that can be reached from it over links (row_key, other_key, in both directions), itself included.
    DuckDB walks them to the end. Spark knows no recursion over distinct rows: there the links are squared seven times,
    which reaches over 128 of them, more than a dispute has months in ten years.
-#}
{% macro reach(rows, links) -%}
    {{ return(adapter.dispatch('reach')(rows, links)) }}
{%- endmacro %}

{% macro default__reach(rows, links) -%}
    with recursive walk(row_key, reached_key) as (
        select row_key, row_key from {{ rows }}
        union
        select walk.row_key, links.other_key
        from walk
        inner join {{ links }} as links
            on walk.reached_key = links.row_key
    )

    select * from walk
{%- endmacro %}

{% macro spark__reach(rows, links) -%}
    with reach_0 as (
        select row_key, row_key as reached_key from {{ rows }}
        union
        select row_key, other_key from {{ links }}
    )
    {%- for step in range(7) %},

    reach_{{ step + 1 }} as (
        select distinct near.row_key, far.reached_key
        from reach_{{ step }} as near
        inner join reach_{{ step }} as far
            on near.reached_key = far.row_key
    )
    {%- endfor %}

    select * from reach_7
{%- endmacro %}
